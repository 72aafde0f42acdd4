# make demo    a whole backup and recovery with real files, on this machine alone
# make test    every test; make race the same with the race detector
# make check   formatting, vet, golangci-lint, and whether what is generated is current
# make install into the IBM Cloud CLI on this machine
#
# Less often: make fuzz FUZZTIME=30s, make vulncheck DATABASE=FOLDER, make mutate PKG=api, make release

VERSION := $(shell sed -n 's/.*"version": "\(.*\)".*/\1/p' metadata.json)

.PHONY: all build test race check demo generate install release bench fuzz mutate vulncheck clean

all: build

# As bin/release builds: without C, so that a binary needs no library of the machine, and without a trace of folder and commit.
build: export CGO_ENABLED = 0
build:
	go build -C sandbox -trimpath -buildvcs=false -o ../build/ -ldflags "-s -w" ./cmd/sandbox ./cmd/ibmcloud ./cmd/compare
	go build -trimpath -buildvcs=false -o build/backup-recovery -ldflags "-s -w" .

# All but the first part is not cached: the end-to-end tests build the plug-in and the tests of scripts run scripts, and the Go
# command sees neither's source. Scripts wait more than they work, so that more of them run at once than there are cores.
test:
	go test ./...
	go -C sandbox test -count=1 -timeout 20m -parallel 5 ./...
	go -C .ci/scripts test -count=1 ./...

# The same with the race detector, but for the end-to-end tests, whose work is done by other processes.
race:
	go test -race ./...
	go -C sandbox test -race $$(go -C sandbox list ./... | grep -v /e2e)

# All modules with code: gofmt looks below the folder, the others at one module.
check: build/golangci-lint
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "These files are not formatted: run gofmt -w ."; exit 1; }
	go vet ./...
	go -C sandbox vet ./...
	go -C .ci/scripts vet ./...
	build/golangci-lint run --allow-parallel-runners ./...
	cd sandbox && ../build/golangci-lint run --allow-parallel-runners ./...
	cd .ci/scripts && ../../build/golangci-lint run --allow-parallel-runners ./...
	cd api && go run ./generate -check
	bin/i18n-extract -check

build/golangci-lint: .ci/tools/go.mod
	go build -C .ci/tools -o ../../build/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint

build/govulncheck: .ci/tools/go.mod
	go build -C .ci/tools -o ../../build/govulncheck golang.org/x/vuln/cmd/govulncheck

build/gremlins: .ci/mutation/go.mod
	go build -C .ci/mutation -o ../../build/gremlins github.com/go-gremlins/gremlins/cmd/gremlins

FUZZTIME = 10s
fuzz:
	bin/fuzz $(FUZZTIME)

# DATABASE is a folder with a copy of the database, or the address of one.
vulncheck:
	bin/vulncheck $(DATABASE)

# Each package by its own tests alone. The --test-cpu of gremlins would make the Go command refuse, and every mutant look killed.
PKG = api files output service engine
mutate: build/gremlins
	@for package in $(PKG); do \
		build/gremlins unleash ./$$package --exclude-files '_gen\.go$$' --exclude-files '^(generate|enginetest)/' \
			--workers 1 --timeout-coefficient 30 --output build/mutants-$$package.json || exit 1; \
	done

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
