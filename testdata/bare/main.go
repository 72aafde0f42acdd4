// Command bare is the smallest plug-in that links what ours has to link: the yardstick for start-up. It
// registers one command, whose run makes one request through go-sdk-core when BARE_URL is set.
package main

import (
	"fmt"
	"io"
	"os"

	sdk "github.com/IBM-Cloud/ibm-cloud-cli-sdk/plugin"
	"github.com/IBM/go-sdk-core/v5/core"
	"github.com/urfave/cli"
)

type bare struct{}

func (bare) GetMetadata() sdk.PluginMetadata {
	return sdk.PluginMetadata{
		Name: "bare", Version: sdk.VersionType{Minor: 1}, Namespaces: []sdk.Namespace{{Name: "bare", Description: "Bare."}},
		Commands: []sdk.Command{{Namespace: "bare", Name: "list", Description: "List.", Usage: "ibmcloud bare list"}},
	}
}

func (bare) Run(host sdk.PluginContext, args []string) {
	app := cli.NewApp()
	app.Commands = []cli.Command{{Name: "list", Action: func(*cli.Context) error { return list(host) }}}
	if err := app.Run(append([]string{"bare"}, args...)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func list(host sdk.PluginContext) error {
	address := os.Getenv("BARE_URL")
	if address == "" {
		return nil
	}
	service, err := core.NewBaseService(&core.ServiceOptions{URL: address, Authenticator: &core.BearerTokenAuthenticator{BearerToken: host.IAMToken()}})
	if err != nil {
		return err
	}
	b := core.NewRequestBuilder(core.GET)
	if _, err := b.ResolveRequestURL(address, "/", nil); err != nil {
		return err
	}
	req, err := b.Build()
	if err != nil {
		return err
	}
	var body io.ReadCloser
	if _, err := service.Request(req, &body); err != nil {
		return err
	}
	_, err = io.Copy(os.Stdout, body)
	return err
}

func main() { sdk.Start(bare{}) }
