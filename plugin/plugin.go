// Package plugin is the face to the host CLI: what the plug-in offers, the host's session, and the saved
// settings.
package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	sdk "github.com/IBM-Cloud/ibm-cloud-cli-sdk/plugin"

	"ibmcloud-backup-recovery-plugin/commands"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// about is metadata.json, the one place for what it says.
type about struct {
	Name             string   `json:"name"`
	Aliases          []string `json:"aliases"`
	Version          string   `json:"version"`
	MinCLIVersion    string   `json:"minCliVersion"`
	PrivateEndpoints bool     `json:"privateEndpointSupported"`
}

// Plugin is what the host's SDK starts.
type Plugin struct {
	about   about
	listing bool // whether the host asks what there is, and does not run a command
	status  int
}

// Start runs the plug-in with the words behind its name and returns the exit status. metadata is the content of
// metadata.json.
func Start(metadata []byte, args []string) int {
	p, err := New(metadata)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	// A command lives for a moment and holds little: collecting garbage at every 4 MiB would take a tenth of its time.
	debug.SetGCPercent(400)
	p.listing = len(args) == 1 && args[0] == "SendMetadata"
	sdk.StartWithArgs(p, args)
	return p.status
}

// New reads metadata.json.
func New(metadata []byte) (*Plugin, error) {
	p := &Plugin{}
	if err := json.Unmarshal(metadata, &p.about); err != nil {
		return nil, fmt.Errorf("metadata.json: %w", err)
	}
	return p, nil
}

// GetMetadata returns to the host the plug-in's name, and, when the host asks for it, its commands. The SDK calls
// this before every command too, where only the name counts: the tree of commands is not built then.
func (p *Plugin) GetMetadata() sdk.PluginMetadata {
	if !p.listing {
		return sdk.PluginMetadata{Name: p.about.Name}
	}
	return p.Metadata()
}

// Metadata is everything that the plug-in offers, in the host's form.
func (p *Plugin) Metadata() sdk.PluginMetadata {
	catalog := commands.Catalog()
	m := sdk.PluginMetadata{
		Name: p.about.Name, Aliases: p.about.Aliases, Version: version(p.about.Version), MinCliVersion: version(p.about.MinCLIVersion),
		DelegateBashCompletion: true, PrivateEndpointSupported: p.about.PrivateEndpoints, IsAccessFromVPC: p.about.PrivateEndpoints,
		Namespaces: []sdk.Namespace{{Name: catalog.Namespace, Aliases: p.about.Aliases, Description: i18n.T(catalog.About)}},
	}
	groups, leaves := catalog.Tree()
	for _, g := range groups {
		m.Namespaces = append(m.Namespaces, sdk.Namespace{ParentName: catalog.Namespace, Name: g.Name, Aliases: g.Aliases, Description: g.About})
	}
	for _, l := range leaves {
		c := sdk.Command{Namespace: strings.TrimSpace(catalog.Namespace + " " + l.Group), Name: l.Name, Aliases: l.Aliases, Description: l.About, Usage: l.Usage}
		for _, f := range l.Flags {
			c.Flags = append(c.Flags, sdk.Flag{Name: f.Name, Description: f.About, HasValue: f.HasValue})
		}
		m.Commands = append(m.Commands, c)
	}
	return m
}

func version(text string) (v sdk.VersionType) {
	_, _ = fmt.Sscanf(text, "%d.%d.%d", &v.Major, &v.Minor, &v.Build)
	return v
}

// completionRequest is the word with which the host asks what may follow the words behind it.
const completionRequest = "SendCompletion"

// behindNamespace returns the words of a line that is to be completed without what the host may put around them: our namespace in front,
// and at the end the flag with which urfave/cli asks for completion.
func (p *Plugin) behindNamespace(words []string) []string {
	if len(words) > 0 && words[len(words)-1] == "--generate-bash-completion" {
		words = words[:len(words)-1]
	}
	if len(words) > 0 && (words[0] == commands.Namespace || slices.Contains(p.about.Aliases, words[0])) {
		words = words[1:]
	}
	return words
}

// Run carries out a command for the host.
func (p *Plugin) Run(host sdk.PluginContext, args []string) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// Whoever interrupts twice does not want to wait for anything. One signal may come twice, from the terminal and from the host.
	context.AfterFunc(ctx, func() { time.AfterFunc(time.Second, stop) })
	streams := output.Standard()
	session := newSession(host, p.about)
	if saved, ok := session.Settings.(*settings); ok {
		saved.bind(ctx)
	}
	http.DefaultClient = service.IdentityClient(session.SkipTLS, session.Timeout) // with which the host's SDK renews the session
	streams.Color, streams.ColorPipes = session.Color, session.ColorPipes
	streams.Quiet = os.Getenv("IBMCLOUD_QUIET") == "true"
	app := &engine.App{Catalog: commands.Catalog(), Session: session, Streams: streams, Now: time.Now}
	if len(args) > 0 && args[0] == completionRequest {
		p.status = app.Complete(ctx, p.behindNamespace(args[1:]))
	} else {
		p.status = app.Run(ctx, host.CommandNamespace(), args)
	}
	_ = session.Close() // a trace that is cut short is no failure of the command
}
