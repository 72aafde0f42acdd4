package engine_test

import (
	"context"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// getWeather is an operation of another server, as the generator makes it of an entry in the document.
var getWeather = api.Operation{
	ID: "GetWeather", Method: "GET", Server: "weather", Base: "/api/v3", Path: "/weather/{city}", About: "GetWeather|Show the weather.", Answer: api.JSON,
	Params: []api.Param{{In: api.Path, Field: api.Field{Name: "city", Flag: "city", About: "GetWeather.city|The city.", Required: true}}},
}

type key string

func (k key) Sign(r *http.Request) error      { r.Header.Set("Api-Key", string(k)); return nil }
func (key) Renew(*http.Request) (bool, error) { return false, nil }

// TestACommandOfAnotherServer checks that a server is one value: its command has checks, dry runs, answers and errors like every
// other.
func TestACommandOfAnotherServer(t *testing.T) {
	cli := enginetest.New(t, &engine.Catalog{Namespace: "x", Commands: []*engine.Command{
		{Name: "weather", Op: &getWeather, View: &output.View{Columns: []output.Column{{Title: "Sky", Path: "sky"}}}},
	}})
	cli.App.Session.Servers = []*service.Server{{
		Name: "weather",
		Locate: func(context.Context, *service.Session, service.Selection) (*service.Target, error) {
			return &service.Target{Base: &url.URL{Scheme: "https", Host: "weather.example.com"}}, nil
		},
		Signer: func(*service.Session, *service.Target) service.Signer { return key("sunny") },
		Hidden: map[string]string{"Api-Key": "[hidden]"},
	}}
	cli.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(200, "application/json", `{"sky":"clear"}`)
	}
	assert.Equal(t, 0, cli.Run("weather", "Oslo"), &cli.Err)
	assert.Equal(t, "Sky   clear\n", cli.Out.String())
	assert.Equal(t, "https://weather.example.com/api/v3/weather/Oslo", cli.Sent[0].URL.String())
	assert.Equal(t, "sunny", cli.Sent[0].Header.Get("Api-Key"))
	assert.Empty(t, cli.Sent[0].Header.Get("Authorization"))
	assert.Empty(t, cli.Sent[0].Header.Get(api.TenantHeader))
	assert.Equal(t, 0, cli.Run("weather", "--city", "Oslo", "--dry-run"))
	assert.Equal(t, "GET https://weather.example.com/api/v3/weather/Oslo\nApi-Key: [hidden]\n", cli.Out.String())
	assert.Empty(t, cli.Sent)
	assert.Equal(t, 2, cli.Run("weather"))
	assert.Contains(t, cli.Err.String(), "ID or --city is required.")
	cli.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(404, "application/json", `{"message":"No such city."}`)
	}
	assert.Equal(t, 4, cli.Run("weather", "Atlantis"))
	assert.Contains(t, cli.Err.String(), "No such city.")
}
