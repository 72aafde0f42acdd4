# make demo    a whole backup and recovery with real files, on this machine alone
# make test    every test
# make install into the IBM Cloud CLI on this machine

VERSION := $(shell sed -n 's/.*"version": "\(.*\)".*/\1/p' metadata.json)

.PHONY: all build test check demo generate install release bench clean

all: build

build:
	go build -trimpath -o build/ -ldflags "-s -w" ./sandbox ./sandbox/compare ./sandbox/ibmcloud
	go build -trimpath -o build/backup-recovery -ldflags "-s -w" .

test:
	go test ./...

check:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "These files are not formatted: run gofmt -w ."; exit 1; }
	go vet ./...
	go tool staticcheck ./...

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
	go test . ./sandbox -run '^$$' -bench . -benchtime 1x

clean:
	rm -rf build
