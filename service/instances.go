package service

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// Instance is a Backup and Recovery instance as the Resource Controller lists it.
type Instance struct {
	Name    string `json:"name"`
	GUID    string `json:"guid"`
	CRN     string `json:"crn"`
	Region  string `json:"region"`
	State   string `json:"state"`
	Group   string `json:"resource_group_id"`
	Tenant  string `json:"tenant"` // as X-IBM-Tenant-Id wants it, with the slash at its end
	Public  string `json:"public"` // base URL without /v2
	Private string `json:"private,omitempty"`
}

// Endpoint is the base URL for the network that the session uses.
func (i *Instance) Endpoint(private bool) string {
	if private && i.Private != "" {
		return i.Private
	}
	return i.Public
}

// GroupFirst compares two instances so that those of the targeted resource group come first.
func (s *Session) GroupFirst(a, b *Instance) int { return groupFirst(s.Group, a, b) }

// groupFirst is GroupFirst for a resource group; "" is none.
func groupFirst(group string, a, b *Instance) int {
	in := func(i *Instance) bool { return group != "" && i.Group == group }
	switch {
	case in(a) == in(b):
		return 0
	case in(a):
		return -1
	}
	return 1
}

// is reports whether a word that someone typed names the instance: by CRN, GUID or name.
func (i *Instance) is(word string) bool {
	return strings.EqualFold(i.GUID, word) || i.CRN == word || strings.EqualFold(i.Name, word)
}

// cacheLife is how long a list of instances is believed without being looked up again.
const cacheLife = 12 * time.Hour

type instanceCache struct {
	At        time.Time  `json:"at"`
	Instances []Instance `json:"instances"`
}

// cacheKey names the place of a list in the settings. What is listed depends on who asks, the session's account or other credentials,
// and on which Resource Controller.
func (s *Session) cacheKey(ext *external) string {
	network := "public"
	if s.Private {
		network = "private"
	}
	key := "instances " + s.Account + " " + s.Region + " " + network
	var others []string
	if ext.hasAuth {
		for name, value := range ext.props {
			others = append(others, name+"="+value)
		}
	}
	if s.OwnResources && s.Resources != nil {
		if address, err := s.Resources(); err == nil {
			others = append(others, address)
		}
	}
	if others != nil {
		slices.Sort(others)
		sum := sha256.Sum256([]byte(strings.Join(others, "\x00")))
		key += " " + hex.EncodeToString(sum[:8])
	}
	return key
}

// cachedInstances returns the list that was looked up earlier, if it is young enough to be believed. The error is a *SettingsError.
func (s *Session) cachedInstances(ext *external) ([]Instance, error) {
	var c instanceCache
	raw, err := s.setting(s.cacheKey(ext))
	if err != nil || json.Unmarshal([]byte(raw), &c) != nil || s.now().Sub(c.At) >= cacheLife {
		return nil, err
	}
	return c.Instances, nil
}

// Instances lists the account's instances. Without fresh, a list that was looked up before will do; the second
// result reports whether it came from there.
func (s *Session) Instances(ctx context.Context, fresh bool) (list []Instance, cached bool, err error) {
	ext, err := s.readExternal(ctx)
	if err != nil {
		return nil, false, err
	}
	if !fresh {
		if list, err := s.cachedInstances(ext); err != nil || len(list) > 0 {
			return list, true, err
		}
	}
	if list, err = s.lookUp(ctx, &credentials{session: s, external: ext}); err != nil {
		return nil, false, err
	}
	if raw, err := json.Marshal(instanceCache{s.now(), list}); err == nil {
		s.cache(ext, string(raw))
	}
	return list, false, nil
}

// forget drops the list of instances, so that it is looked up again.
func (s *Session) forget(ext *external) { s.cache(ext, "") }

// cache keeps a list as text. One that cannot be written costs time, nothing else, so no other writer is waited for.
func (s *Session) cache(ext *external, text string) {
	if quick, ok := s.Settings.(interface {
		SetIfFree(name, value string) error
	}); ok {
		_ = quick.SetIfFree(s.cacheKey(ext), text)
	} else if s.Settings != nil {
		_ = s.Settings.Set(s.cacheKey(ext), text)
	}
}

// maxResources is the most that is read of a page of resources, in bytes: a hundred of them are a hundredth of it.
const maxResources = 64 << 20

// maxPages is how many pages of a list of resources are asked for: a hundred thousand resources.
const maxPages = 1000

var errEndless error = i18n.NewError("resources.endless|The Resource Controller sends pages of instances without end, so that the list cannot be had whole.")

// lookUp asks the Resource Controller, page by page. A list that is not whole is an error: the only instance in part of a list need
// not be the only one.
func (s *Session) lookUp(ctx context.Context, creds *credentials) ([]Instance, error) {
	if s.Resources == nil {
		return nil, i18n.NewError("resources.unknown|The address of the Resource Controller is not known.")
	}
	address, err := s.Resources()
	if err != nil {
		return nil, err
	}
	base, err := parseBase(address)
	if err != nil {
		return nil, err
	}
	if err := trusted(base); err != nil {
		return nil, err
	}
	sender, err := s.newSender(base, creds, nil)
	if err != nil {
		return nil, err
	}
	var found []Instance
	seen := make(map[[sha256.Size]byte]bool) // the resources of the pages so far
	next := "/v2/resource_instances?type=service_instance&limit=100"
	for n := 0; next != ""; n++ {
		if n == maxPages {
			return nil, errEndless
		}
		var answer struct {
			Next      string          `json:"next_url"`
			Resources json.RawMessage `json:"resources"`
		}
		var resources []resource
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, base.String()+next, nil)
		if err != nil {
			return nil, err
		}
		req.Header.Set("Accept", "application/json")
		page, err := sender.send(req, true, nil)
		if err != nil {
			return nil, err
		}
		raw, err := files.ReadLimited(page.Body, maxResources)
		_ = page.Body.Close()
		if err == nil {
			err = json.Unmarshal(raw, &answer) // which takes nothing behind the answer
		}
		if err == nil && answer.Resources != nil {
			err = json.Unmarshal(answer.Resources, &resources)
		}
		if err != nil {
			return nil, &Unreachable{Host: base.Host, Err: err, Ended: true}
		}
		for i := range resources {
			if parts := strings.Split(resources[i].CRN, ":"); len(parts) > 4 && parts[4] == "backup-recovery" {
				found = append(found, resources[i].instance())
			}
		}
		if len(resources) > 0 {
			sum := sha256.Sum256(answer.Resources)
			if seen[sum] {
				return nil, errEndless
			}
			seen[sum] = true
		}
		if next, err = nextPage(base, answer.Next); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// nextPage takes the path of the next page, and refuses one on another host: the token goes along.
func nextPage(base *url.URL, next string) (string, error) {
	if next == "" {
		return "", nil
	}
	u, err := base.Parse(next)
	if err != nil || u.Host != base.Host {
		return "", i18n.NewError("resources.host|The Resource Controller names a next page on another host: {{.Address}}.", "Address", next)
	}
	return u.RequestURI(), nil
}

// resource is an instance in the Resource Controller's words.
type resource struct {
	ID         string                     `json:"id"`
	CRN        string                     `json:"crn"`
	GUID       string                     `json:"guid"`
	Name       string                     `json:"name"`
	Region     string                     `json:"region_id"`
	State      string                     `json:"state"`
	Group      string                     `json:"resource_group_id"`
	Extensions map[string]json.RawMessage `json:"extensions"`
}

func (r *resource) instance() Instance {
	i := Instance{Name: r.Name, GUID: r.GUID, CRN: r.CRN, Region: r.Region, State: r.State, Group: r.Group}
	if tenant := r.extension("tenant-id"); tenant != "" {
		i.Tenant = strings.TrimSuffix(tenant, "/") + "/"
	}
	i.Public, i.Private = endpointURL(r.extension("endpoints", "public")), endpointURL(r.extension("endpoints", "private"))
	// What the Resource Controller does not say follows from the service's rule for names of hosts.
	if i.Public == "" && r.Region != "" && r.GUID != "" {
		i.Public = "https://" + r.GUID + "." + r.Region + ".backup-recovery.cloud.ibm.com"
	}
	if i.Private == "" && r.Region != "" && r.GUID != "" {
		i.Private = "https://" + r.GUID + ".private." + r.Region + ".backup-recovery.cloud.ibm.com"
	}
	return i
}

// extension reads a text that stands either under a name with dots or in an object in an object.
func (r *resource) extension(path ...string) string {
	var text string
	if json.Unmarshal(r.Extensions[strings.Join(path, ".")], &text) == nil && text != "" {
		return text
	}
	if len(path) == 2 {
		var object map[string]json.RawMessage
		if json.Unmarshal(r.Extensions[path[0]], &object) == nil && json.Unmarshal(object[path[1]], &text) == nil {
			return text
		}
	}
	return ""
}

func endpointURL(endpoint string) string {
	endpoint = strings.TrimRight(endpoint, "/")
	if endpoint != "" && !strings.Contains(endpoint, "://") {
		endpoint = "https://" + endpoint
	}
	return strings.TrimSuffix(endpoint, "/v2")
}
