package service

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// Selection is what a command line says about where a request goes.
type Selection struct {
	URL      string // --service-url
	Instance string // --instance: a name, GUID or CRN
	Region   string // --region
	Tenant   string // --xibm-tenant-id
	Offline  bool   // use only what is known without asking anyone

	Exactly   *Instance // one of a list, which no address takes the place of; nil for none
	Appliance Appliance // of a connector or a connector agent, to which nothing else of this applies
}

// Via says which of the possible places named the endpoint.
type Via string

// The places that can name an endpoint, in the order in which they are asked.
const (
	ViaURLFlag       Via = "--service-url"
	ViaEnvironment   Via = "BACKUP_RECOVERY_URL"
	ViaSavedURL      Via = SettingURL
	ViaInstanceFlag  Via = "--instance"
	ViaSavedInstance Via = SettingInstance
	ViaOnlyInstance  Via = "region"
	ViaResourceGroup Via = "resource group"
)

// Target is where requests go and for whom.
type Target struct {
	Base     *url.URL // without /v2; nil offline, when nothing is known
	Tenant   string   // "" when nothing says it
	Instance *Instance
	Via      Via
	Unused   string // the saved address that has no effect because the environment names another one; "" where there is none
	cached   bool   // whether it comes from a list that was looked up earlier
	external *external
	check    *certificateCheck // of a connector or a connector agent
	login    *Login            // of a connector; nil for none
	manager  *manager          // how to reach the Manager of alerts and upgrades; nil for any other server
	hidden   map[string]string // the headers with credentials, as a dry run shows them, where they are not those of the server
}

// NoInstance says that it is not clear which instance is meant.
type NoInstance struct {
	Wanted string     // what was asked for; "" when nothing was
	Region string     // the region that was looked in, if only one was
	Found  []Instance // what there is to choose from
	Twice  bool       // whether several instances have the wanted name
}

func (e *NoInstance) Error() string { return fmt.Sprintf("no instance %s", e.Wanted) }

// locate finds the endpoint and the tenant of an instance. The first that is there names the endpoint: the flag for a URL,
// BACKUP_RECOVERY_URL, the saved URL, the flag for an instance, the saved instance, and at last the only
// instance in the region.
func (s *Session) locate(ctx context.Context, want Selection) (*Target, error) {
	ext, err := s.readExternal(ctx)
	if err != nil {
		return nil, err
	}
	t := &Target{external: ext}
	if want.Exactly != nil {
		return t, s.take(t, want.Exactly, ViaInstanceFlag)
	}
	address := want.URL
	t.Via = ViaURLFlag
	if address == "" {
		address, t.Via = ext.props["URL"], ViaEnvironment
	}
	if address == "" { // the settings are read only where they decide
		t.Via = ViaSavedURL
		if address, err = s.savedURL(); err != nil {
			return nil, err
		}
	}
	if t.Via == ViaEnvironment {
		t.Unused = s.unusedURL(address)
	}
	if address == "" {
		err = s.locateInstance(ctx, want, t)
	} else {
		err = s.locateURL(ctx, want, t, address)
	}
	if err != nil {
		return nil, err
	}
	if want.Tenant != "" {
		t.Tenant = want.Tenant
	}
	if t.Base == nil {
		return t, nil
	}
	return t, trusted(t.Base)
}

// savedURL returns the saved address: ours, or the one that another plug-in for this service has saved in the same file.
func (s *Session) savedURL() (string, error) {
	return s.FirstSetting(SettingURL, SettingOtherURL)
}

// unusedURL returns the saved address where it is another one than an address that takes precedence, and "" otherwise. Settings that
// cannot be read have no say then.
func (s *Session) unusedURL(used string) string {
	saved, err := s.savedURL()
	if err != nil || saved == "" || sameBase(used, saved) {
		return ""
	}
	return RedactAddress(saved)
}

func (s *Session) locateURL(ctx context.Context, want Selection, t *Target, address string) error {
	base, err := parseBase(address)
	if err != nil {
		return err
	}
	t.Base = base
	// A credentials file says where its own credentials go. One that has none would send the session's token there, which is likely
	// a slip unless the host is the service's.
	if host := base.Hostname(); t.Via == ViaEnvironment && t.external.file != "" && !t.external.hasAuth && !isLoopback(host) && !under(host, serviceDomains) {
		if trusted, err := s.trustsHost(host); err != nil {
			return err
		} else if !trusted {
			return &BadURL{address, "url.credentials|'{{.URL}}' cannot be used: a credentials file names this host without credentials for it."}
		}
	}
	t.Tenant = want.Tenant
	if t.Tenant == "" {
		t.Tenant = t.external.props["TENANT_ID"]
	}
	if t.Tenant == "" {
		if t.Tenant, err = s.setting(SettingTenant); err != nil {
			return err
		}
	}
	if t.Tenant != "" {
		return nil
	}
	for _, fresh := range []bool{false, true} {
		if fresh && want.Offline {
			break
		}
		list, err := s.cachedInstances(t.external)
		if err != nil {
			return err
		}
		cached := true
		if !want.Offline {
			if list, cached, err = s.Instances(ctx, fresh); err != nil {
				// The tenant stays unknown; a command that needs it says what to type.
				return nil
			}
		}
		for i := range list {
			for _, endpoint := range []string{list[i].Public, list[i].Private} {
				if u, err := url.Parse(endpoint); err == nil && u.Host == base.Host {
					t.Tenant, t.Instance = list[i].Tenant, &list[i]
					return nil
				}
			}
		}
		if !cached {
			break
		}
	}
	return nil
}

func (s *Session) locateInstance(ctx context.Context, want Selection, t *Target) error {
	word := want.Instance
	t.Via = ViaInstanceFlag
	if word == "" {
		var err error
		t.Via = ViaSavedInstance
		if word, err = s.setting(SettingInstance); err != nil {
			return err
		}
		// Another region than the saved instance's is another wish.
		if crn := strings.Split(word, ":"); want.Region != "" && len(crn) > 5 && crn[5] != want.Region {
			word = ""
		}
	}
	if word == "" {
		t.Via = ViaOnlyInstance
	}
	region := want.Region
	if region == "" && word == "" {
		region = s.Region
	}
	for _, fresh := range []bool{false, true} {
		var list []Instance
		cached := true
		var err error
		if want.Offline {
			list, err = s.cachedInstances(t.external)
		} else {
			list, cached, err = s.Instances(ctx, fresh)
		}
		if err != nil {
			return err
		}
		chosen, preferred, err := choose(list, word, region, s.Group)
		if err == nil {
			if preferred && word == "" {
				t.Via = ViaResourceGroup
			}
			t.cached = cached
			return s.take(t, chosen, t.Via)
		}
		if want.Offline {
			return nil
		}
		if !cached {
			return err
		}
	}
	return nil
}

// take makes an instance of a list the target.
func (s *Session) take(t *Target, chosen *Instance, via Via) (err error) {
	t.Instance, t.Tenant, t.Via = chosen, chosen.Tenant, via
	if t.Base, err = parseBase(chosen.Endpoint(s.Private)); err != nil {
		return err
	}
	if err := s.checkEndpoint(t.Base); err != nil {
		return err
	}
	return trusted(t.Base)
}

// Choose returns the instance that a word names.
func (s *Session) Choose(list []Instance, word string) (*Instance, error) {
	chosen, _, err := choose(list, word, "", s.Group)
	return chosen, err
}

// choose picks the instance that word names, or the only one; in a region, when one is given. Of several it takes the one in the
// targeted resource group, and reports that it did so; group is "" where none is targeted.
func choose(list []Instance, word, region, group string) (chosen *Instance, preferred bool, err error) {
	var found []*Instance
	for i := range list {
		if (word == "" || list[i].is(word)) && (region == "" || list[i].Region == region) {
			found = append(found, &list[i])
		}
	}
	// Where nothing is named, one that works stands before those that are being made or removed.
	if word == "" && len(found) > 1 {
		if active := slices.DeleteFunc(slices.Clone(found), func(i *Instance) bool { return i.State != "active" }); len(active) == 1 {
			found = active
		}
	}
	if len(found) == 1 {
		return found[0], false, nil
	}
	if near := slices.DeleteFunc(slices.Clone(found), func(i *Instance) bool { return i.Group != group }); len(near) == 1 && group != "" {
		return near[0], true, nil
	}
	e := &NoInstance{Wanted: word, Region: region, Found: slices.Clone(list)}
	if len(found) > 1 {
		e.Twice = word != ""
		e.Found = nil
		for _, i := range found {
			e.Found = append(e.Found, *i)
		}
	}
	slices.SortStableFunc(e.Found, func(a, b Instance) int { return groupFirst(group, &a, &b) })
	return nil, false, e
}
