# make demo    a whole backup and recovery with real files, on this machine alone
# make test    every test
# make install into the IBM Cloud CLI on this machine

VERSION := $(shell sed -n 's/.*"version": "\(.*\)".*/\1/p' metadata.json)

.PHONY: all build test check demo generate install release bench clean

all: build

build:
	go build -C sandbox -trimpath -o ../build/ -ldflags "-s -w" ./cmd/sandbox ./cmd/ibmcloud ./cmd/compare
	go build -trimpath -o build/backup-recovery -ldflags "-s -w" .

# The second part is not cached: its end-to-end tests build the plug-in, whose source the Go command does not see.
test:
	go test ./...
	go -C sandbox test -count=1 ./...

# Both modules: gofmt looks below the folder, vet and staticcheck at one module.
check:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "These files are not formatted: run gofmt -w ."; exit 1; }
	go vet ./...
	go -C sandbox vet ./...
	go build -o build/staticcheck honnef.co/go/tools/cmd/staticcheck
	build/staticcheck ./...
	cd sandbox && ../build/staticcheck ./...

demo: build
	bash bin/demo

generate:
	go generate ./...
	bin/i18n-extract

install: build
	ibmcloud plugin install -f build/backup-recovery

release:
	bash bin/release $(VERSION)

bench:
	go -C sandbox test ./e2e ./cmd/sandbox -run '^$$' -bench . -benchtime 1x

clean:
	rm -rf build
