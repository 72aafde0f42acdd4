# make demo    a whole backup and recovery with real files, on this machine alone
# make test    every test; make race the same with the race detector
# make check   formatting, vet, golangci-lint, and whether what is generated is current
# make install into the IBM Cloud CLI on this machine

VERSION := $(shell sed -n 's/.*"version": "\(.*\)".*/\1/p' metadata.json)

.PHONY: all build test race check demo generate install release bench clean

all: build

build:
	go build -C sandbox -trimpath -o ../build/ -ldflags "-s -w" ./cmd/sandbox ./cmd/ibmcloud ./cmd/compare
	go build -trimpath -o build/backup-recovery -ldflags "-s -w" .

# The second part is not cached: its end-to-end tests build the plug-in, whose source the Go command does not see.
test:
	go test ./...
	go -C sandbox test -count=1 ./...

# The same with the race detector, but for the end-to-end tests, whose work is done by other processes.
race:
	go test -race ./...
	go -C sandbox test -race $$(go -C sandbox list ./... | grep -v /e2e)

# Both modules: gofmt looks below the folder, the others at one module.
check: build/golangci-lint
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "These files are not formatted: run gofmt -w ."; exit 1; }
	go vet ./...
	go -C sandbox vet ./...
	build/golangci-lint run ./...
	cd sandbox && ../build/golangci-lint run ./...
	cd api && go run ./generate -check
	bin/i18n-extract -check

build/golangci-lint: .ci/tools/go.mod
	go build -C .ci/tools -o ../../build/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint

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
