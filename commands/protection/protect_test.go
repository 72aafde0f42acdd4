package protection

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// instance is an instance of the service that answers from fixed texts.
type instance struct {
	*enginetest.CLI
	answers map[string]string // JSON by method and the end of the path; {} where there is none
	refuse  map[string]int    // statuses in the same way
}

const (
	webInGroup = `{"id":9007199254740993,"name":"web-1","environment":"kPhysical","objectType":"kHost","sourceInfo":{"id":9007199254740993,"name":"web-1"},
		"objectProtectionInfos":[{"protectionGroups":[{"id":"1:2:1","name":"files","policyId":"1:2:9"}]}]}`
	newWeb  = `{"id":11,"name":"web-2","environment":"kPhysical","objectType":"kHost","sourceInfo":{"id":11,"name":"web-2"}}`
	orders  = `{"id":21,"name":"MSSQLSERVER/orders","environment":"kSQL","objectType":"kDatabase","sourceId":20,"sourceInfo":{"id":20,"name":"db-1"}}`
	shop    = `{"id":31,"name":"shop","environment":"kKubernetes","objectType":"kNamespace","sourceId":30,"sourceInfo":{"id":30,"name":"roks"}}`
	virtual = `{"id":41,"name":"vm","environment":"kVMware","objectType":"kVirtualMachine"}`
	files   = `{"id":"1:2:1","name":"files","policyId":"1:2:9","environment":"kPhysical","priority":"kHigh","physicalParams":{"protectionType":"kFile",
		"fileProtectionTypeParams":{"objects":[{"id":9007199254740993,"name":"web-1","filePaths":[{"includedPath":"/"}]}]}}}`
)

func newInstance(t *testing.T) *instance {
	s := &instance{answers: map[string]string{
		"GET search/objects":          `{"objects":[` + strings.Join([]string{webInGroup, newWeb, orders, shop, virtual}, ",") + `]}`,
		"GET policies":                `{"policies":[{"id":"1:2:9","name":"gold"},{"id":"1:2:8","name":"silver"}]}`,
		"GET protection-groups":       `{"protectionGroups":[` + files + `]}`,
		"GET protection-groups/1:2:1": files,
		"GET sources/registrations": `{"registrations":[{"id":9007199254740993,"environment":"kPhysical","sourceInfo":{"id":9007199254740993,"name":"web-1"},"physicalParams":{"endpoint":"web-1.example.com"}},
			{"id":20,"environment":"kPhysical","sourceInfo":{"id":20,"name":"db-1"},"physicalParams":{"endpoint":"10.1.2.20"}},
			{"id":30,"environment":"kKubernetes","sourceInfo":{"id":30,"name":"roks"},"kubernetesParams":{"endpoint":"https://roks:6443"}}]}`,
		"GET protectionSources": `[{"protectionSource":{"id":20,"name":"db-1"},"applicationNodes":[{"protectionSource":{"id":22,"name":"MSSQLSERVER","environment":"kSQL","sqlProtectionSource":{"type":"kInstance"}},
			"nodes":[{"protectionSource":{"id":21,"name":"MSSQLSERVER/orders","sqlProtectionSource":{"type":"kDatabase"}}}]}]}]`,
		"GET data-source-connections":      `{"connections":[{"connectionId":"9007199254740995","connectionName":"dc"}]}`,
		"POST sources/registrations":       `{"id":50,"authenticationStatus":"Pending"}`,
		"GET sources/registrations/50":     `{"id":50,"sourceInfo":{"id":51,"name":"web-3"},"authenticationStatus":"Finished"}`,
		"POST protection-groups":           `{"id":"1:2:5","name":"new"}`,
		"PUT protection-groups/1:2:1":      files,
		"GET protection-groups/1:2:1/runs": `{"runs":[]}`,
	}, refuse: map[string]int{}}
	s.CLI = enginetest.New(t, &engine.Catalog{Namespace: "br", Commands: []*engine.Command{&Jobs[0], &Jobs[1]}})
	s.Answer = func(r *http.Request) *http.Response {
		longest := ""
		for key := range s.answers {
			method, path, _ := strings.Cut(key, " ")
			if r.Method == method && strings.HasSuffix(r.URL.Path, "/"+path) && len(key) > len(longest) {
				longest = key
			}
		}
		if status := s.refuse[longest]; status != 0 {
			return enginetest.Reply(status, "application/json", `{"errorCode":"KTest","message":"refused"}`)
		}
		answer := s.answers[longest]
		if answer == "" {
			answer = "{}"
		}
		return enginetest.Reply(http.StatusOK, "application/json", answer)
	}
	return s
}

// changes returns the requests that do not only read, with their bodies.
func (s *instance) changes() (list []string) {
	for i, r := range s.Sent {
		if r.Method != http.MethodGet {
			list = append(list, strings.TrimSpace(r.Method+" "+r.URL.RequestURI()+" "+string(s.Bodies[i])))
		}
	}
	return list
}

const registrations, groups = "POST /v2/data-protect/sources/registrations ", "POST /v2/data-protect/protection-groups "

// TestRequestsOfProtect compares what is sent for each way to name a thing. The gate, which knows the document, finds no fault in it.
func TestRequestsOfProtect(t *testing.T) {
	const indexing = `"indexingPolicy":{"enableIndexing":true,"includePaths":["/"]}`
	fileGroup := func(name, objects string) string {
		return groups + `{"name":"` + name + `","policyId":"1:2:9","environment":"kPhysical","physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{` + indexing + `,"objects":[` + objects + `]}}}`
	}
	for line, want := range map[string][]string{
		"web-2 --policy gold":                                         {fileGroup("web-2", `{"id":11,"filePaths":[{"includedPath":"/"}]}`)},
		"web-2 11 WEB-2 --policy 1:2:9":                               {fileGroup("web-2", `{"id":11,"filePaths":[{"includedPath":"/"}]}`)},
		"web-2 --policy gold --include /etc,/srv/ --exclude /srv/tmp": {fileGroup("web-2", `{"id":11,"filePaths":[{"includedPath":"/etc"},{"includedPath":"/srv","excludedPaths":["/srv/tmp"]}]}`)},
		"web-1 web-2 --policy gold --group both":                      {fileGroup("both", `{"id":9007199254740993,"filePaths":[{"includedPath":"/"}]},{"id":11,"filePaths":[{"includedPath":"/"}]}`)},
		"web-2 --policy gold --volumes all": {groups + `{"name":"web-2-volumes","policyId":"1:2:9","environment":"kPhysical","physicalParams":{"protectionType":"kVolume","volumeProtectionTypeParams":{` +
			indexing + `,"objects":[{"id":11}]}}}`},
		"db-1/MSSQLSERVER/orders --policy gold": {groups + `{"name":"db-1-databases","policyId":"1:2:9","environment":"kSQL","mssqlParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":21}]}}}`},
		"db-1/MSSQLSERVER --policy gold":        {groups + `{"name":"db-1-databases","policyId":"1:2:9","environment":"kSQL","mssqlParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":22}]}}}`},
		"roks --policy gold":                    {groups + `{"name":"roks","policyId":"1:2:9","environment":"kKubernetes","kubernetesParams":{"objects":[{"id":30}]}}`},
		"roks/shop --policy gold --label app=web --vm vm-1": {groups + `{"name":"roks","policyId":"1:2:9","environment":"kKubernetes","kubernetesParams":{"objects":[{"id":31,"includeParams":{
			"labelCombinationMethod":"AND","labelVector":[{"key":"app","value":"web"}],
			"selectedResources":[{"apiGroup":"kubevirt.io","kind":"VirtualMachine","isClusterScoped":false,"resourceList":[{"name":"vm-1"}]}]}}]}}`},
		"10.1.2.3 --name web-3 --policy gold --type windows": {
			registrations + `{"environment":"kPhysical","name":"web-3","connectionId":9007199254740995,"physicalParams":{"endpoint":"10.1.2.3","physicalType":"kHost","hostType":"kWindows"}}`,
			fileGroup("web-3", `{"id":51,"filePaths":[{"includedPath":"/"}]}`)},
		"web-1":                              nil,
		"web-1 --policy gold":                nil,
		"web-1.example.com --policy gold":    nil,
		"web-1 --include /etc --group files": nil,
		"web-1 --policy silver":              {strings.Replace(fileGroup("web-1", `{"id":9007199254740993,"filePaths":[{"includedPath":"/"}]}`), "1:2:9", "1:2:8", 1)},
		"web-1 web-2 --group FILES": {`PUT /v2/data-protect/protection-groups/1:2:1 {"name":"files","policyId":"1:2:9","environment":"kPhysical","priority":"kHigh","physicalParams":{"protectionType":"kFile",
			"fileProtectionTypeParams":{"objects":[{"id":9007199254740993,"name":"web-1","filePaths":[{"includedPath":"/"}]},{"id":11,"filePaths":[{"includedPath":"/"}]}]}}}`},
	} {
		s := newInstance(t)
		require.Equal(t, 0, s.Run(append([]string{"protect"}, strings.Fields(line)...)...), "%s\n%s", line, &s.Err)
		assert.NotContains(t, s.Err.String(), "Warning", line)
		sent := s.changes()
		require.Len(t, sent, len(want), line)
		for i := range want {
			target, body, _ := strings.Cut(want[i], " {")
			wantTarget, got, _ := strings.Cut(sent[i], " {")
			assert.Equal(t, target, wantTarget, line)
			assert.JSONEq(t, "{"+body, "{"+got, line)
			assert.Equal(t, strings.Count(want[i], "900719925474099"), strings.Count(sent[i], "900719925474099"), "digits of %s", sent[i])
		}
	}
}

func TestProtectRefusesBeforeItChangesAnything(t *testing.T) {
	for line, want := range map[string]struct {
		status int
		says   string
	}{
		"web-2":                                             {2, "--policy is required, because there is no protection group 'web-2' yet"},
		"web-2 --policy nosuch":                             {4, "No protection policy is named 'nosuch'"},
		"web-9 --policy gold":                               {4, "Did you mean one of 'web-1', 'web-2'"},
		"web-1:/etc --policy gold":                          {2, "Paths are chosen with --include"},
		"vm --policy gold":                                  {2, "is of the environment kVMware"},
		"web-1 roks/shop --group x --policy gold":           {2, "cannot be in one group"},
		"web-2 --group files --policy silver":               {5, "has another policy than 'silver'"},
		"roks/shop --group files":                           {5, "'files' is one for files of hosts"},
		"web-1 --volumes all --group files":                 {5, "'files' is one for files of hosts"},
		"web-1 --exclude /tmp --group files":                {5, "'/tmp' cannot be left out"},
		"web-2 --volumes all --include /x":                  {2, "exclude each other"},
		"web-2 --label a=b":                                 {2, "--label is for namespaces"},
		"roks/shop --label a --policy gold":                 {2, "not of the form KEY=VALUE"},
		"roks/shop --include /etc":                          {2, "--include is for hosts"},
		"web-1 web-2 --name x":                              {2, "--name is for one host"},
		"10.1.2.3 --name web-1 --policy gold":               {5, "'web-1' is registered at 'web-1.example.com'"},
		"web-1.example.com --name x --policy gold":          {5, "is registered as 'web-1'. Leave out --name"},
		"web-1 --name x --policy gold":                      {5, "is registered as 'web-1'. Leave out --name"},
		"10.1.2.3 --name n --policy gold --connection none": {4, "No connection is named 'none'"},
		"db-1/nosuch --policy gold":                         {4, "No object is named 'db-1/nosuch'"},
		"/srv/host --policy gold":                           {2, "--name is required for a host"},
		"'zz*' --policy gold":                               {4, "No object matches"},
	} {
		s := newInstance(t)
		words := strings.Fields(strings.ReplaceAll(line, "'", ""))
		assert.Equal(t, want.status, s.Run(append([]string{"protect"}, words...)...), "%s\n%s", line, &s.Err)
		assert.Contains(t, s.Err.String(), want.says, line)
		assert.Empty(t, s.changes(), line)
	}
}

func TestSeveralConnectionsHaveToBeChosenFrom(t *testing.T) {
	s := newInstance(t)
	s.answers["GET data-source-connections"] = `{"connections":[{"connectionId":"1","connectionName":"dc"},{"connectionId":"2","connectionName":"dr"}]}`
	line := []string{"protect", "10.1.2.3", "--name", "web-3", "--policy", "gold"}
	assert.Equal(t, 2, s.Run(line...))
	assert.Contains(t, s.Err.String(), "--connection is required, because there are several: dc, dr.")
	assert.Equal(t, 0, s.Run(append(line, "--connection", "dr")...), s.Err.String())
	assert.Contains(t, s.changes()[0], `"connectionId":2`)
	s.answers["GET data-source-connections"] = `{"connections":[]}`
	assert.Equal(t, 4, s.Run(line...))
	assert.Contains(t, s.Err.String(), "connection create")
}

// TestWhatIsLeftIsDoneByTheSameLine has a group that is refused when its host is registered already, and a host that is still being registered.
func TestWhatIsLeftIsDoneByTheSameLine(t *testing.T) {
	s := newInstance(t)
	line := []string{"protect", "10.1.2.3", "--name", "web-3", "--policy", "gold"}
	s.refuse["POST protection-groups"] = http.StatusBadRequest
	assert.Equal(t, 1, s.Run(line...))
	assert.Contains(t, s.Err.String(), "Host 'web-3' was registered.\nThe same command again does the rest.")
	delete(s.refuse, "POST protection-groups")
	for _, state := range []string{"Pending", "Finished"} {
		s.answers["GET sources/registrations"] = `{"registrations":[{"id":50,"environment":"kPhysical","authenticationStatus":"` + state + `","sourceInfo":{"id":51,"name":"web-3"},"physicalParams":{"endpoint":"10.1.2.3"}}]}`
		require.Equal(t, 0, s.Run(line...), s.Err.String())
		assert.Len(t, s.changes(), 1, "it is not registered again")
		assert.Contains(t, s.changes()[0], `"id":51`)
		assert.Equal(t, state == "Pending", slices.ContainsFunc(s.Sent, func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/registrations/50") }), state)
	}
}

func TestAGroupThatWasDeletedMeanwhile(t *testing.T) {
	s := newInstance(t)
	s.refuse["PUT protection-groups/1:2:1"] = http.StatusNotFound
	assert.Equal(t, 4, s.Run("protect", "web-2", "--group", "files"))
	assert.Contains(t, s.Err.String(), "Protection group 'files' was deleted meanwhile.")
	assert.Len(t, s.changes(), 1)
}

func TestAGroupThatIsNotWholeIsNotExtended(t *testing.T) {
	s := newInstance(t)
	s.answers["GET protection-groups/1:2:1"] = strings.Replace(files, `"policyId":"1:2:9",`, "", 1)
	assert.Equal(t, 1, s.Run("protect", "web-2", "--group", "files"))
	assert.Contains(t, s.Err.String(), "left out 'policyId'")
	assert.Empty(t, s.changes())
}

func TestAPausedGroupIsNamed(t *testing.T) {
	s := newInstance(t)
	s.answers["GET protection-groups/1:2:1"] = strings.Replace(files, `"priority"`, `"isPaused":true,"priority"`, 1)
	assert.Equal(t, 0, s.Run("protect", "web-1"), s.Err.String())
	assert.Contains(t, s.Err.String(), "Protection group 'files' is paused")
}

func TestADryRunShowsARunToo(t *testing.T) {
	s := newInstance(t)
	assert.Equal(t, 0, s.Run("protect", "web-1", "--run", "--dry-run"), s.Err.String())
	assert.Contains(t, s.Out.String(), "POST https://instance/v2/data-protect/protection-groups/1:2:1/runs\n")
	assert.Equal(t, 0, s.Run("protect", "10.1.2.3", "--name", "web-3", "--policy", "gold", "--run", "--dry-run"), s.Err.String())
	assert.Contains(t, s.Err.String(), "The ID of 'web-3' is not known before it is registered: 0 stands for it.")
	assert.Equal(t, 2, strings.Count(s.Out.String(), "POST "), s.Out.String())
	assert.Empty(t, s.changes())
}

func TestTheNameOfAGroup(t *testing.T) {
	host := &selection.Object{Name: "web-1", SourceName: "web-1", Environment: selection.Physical}
	for want, s := range map[string]*subject{
		"web-1":          {object: host, layout: fileLayout},
		"web-1-volumes":  {object: host, layout: volumeLayout},
		"db-1-databases": {object: &selection.Object{Name: "MSSQLSERVER/orders", SourceName: "db-1", Environment: selection.SQL}, layout: databaseLayout},
		"roks":           {object: &selection.Object{Name: "shop", SourceName: "roks", Environment: selection.Kubernetes}, layout: namespaceLayout},
		"bare":           {object: &selection.Object{Name: "bare", Environment: selection.Physical}, layout: fileLayout},
		"new":            {register: &registration{name: "new"}, layout: fileLayout},
		"new-databases":  {register: &registration{name: "new"}, word: selection.Word{Inside: "MSSQLSERVER/orders"}, layout: databaseLayout},
	} {
		assert.Equal(t, want, (&protection{}).groupName(s))
		assert.Equal(t, "named", (&protection{group: "named"}).groupName(s))
	}
}

// TestAPatternMatchesWhatLaterPagesHave has a search with two pages.
func TestAPatternMatchesWhatLaterPagesHave(t *testing.T) {
	s := newInstance(t)
	answer := s.Answer
	s.Answer = func(r *http.Request) *http.Response {
		page := `{"objects":[` + webInGroup + `],"paginationCookie":"2"}`
		switch {
		case !strings.HasSuffix(r.URL.Path, "/search/objects"):
			return answer(r)
		case r.URL.Query().Get("paginationCookie") == "2":
			page = `{"objects":[` + newWeb + `]}`
		}
		return enginetest.Reply(http.StatusOK, "application/json", page)
	}
	require.Equal(t, 0, s.Run("protect", "web-*", "--policy", "gold", "-o", "csv", "--columns", "Object,Group,Changed", "--no-headers"), s.Err.String())
	assert.Equal(t, "web-1,files,false\nweb-2,web-2,true\n", s.Out.String())
}
