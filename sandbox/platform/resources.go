package platform

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/sandbox/session"
)

// resources are the service instances of an account in the form of the Resource Controller: those of the sandbox among others.
// Every second one has its endpoints as the other of the two forms that extensions come in.
func (p *Platform) resources(account int) []any {
	entry := func(name, guid, crn, region string, extensions any) any {
		return jsonObject{
			"id": crn, "crn": crn, "guid": guid, "name": name, "region_id": region, "account_id": AccountID(account), "state": "active",
			"resource_group_id": session.DefaultGroup.GUID, "type": "service_instance", "extensions": extensions,
		}
	}
	crn := func(service, region, guid string) string {
		return fmt.Sprintf("crn:v1:bluemix:public:%s:%s:a/%s:%s::", service, region, AccountID(account), guid)
	}
	var list []any
	for i := range 2 {
		guid := fmt.Sprintf("c05c05c0-0000-4000-8000-%012d", i)
		list = append(list, entry(fmt.Sprintf("storage-%d", i), guid, crn("cloud-object-storage", "global", guid), "global", jsonObject{}))
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, in := range p.instances {
		if in.Account != account {
			continue
		}
		tenant := strings.TrimSuffix(in.Tenant, "/")
		private := in.GUID + ".private." + in.Region + ".backup-recovery.cloud.ibm.com"
		extensions := jsonObject{"endpoints.public": in.URL, "endpoints.private": private, "tenant-id": tenant}
		if i%2 == 1 {
			extensions = jsonObject{"endpoints": jsonObject{"public": in.URL, "private": private}, "tenant-id": tenant}
		}
		list = append(list, entry(in.Name, in.GUID, in.CRN, in.Region, extensions))
	}
	guid := "0ddba110-0000-4000-8000-000000000001"
	return append(list, entry("keys", guid, crn("kms", "us-east", guid), "us-east", jsonObject{}))
}

// serveResources answers with a page of the instances of the token's account.
func (p *Platform) serveResources(w http.ResponseWriter, r *http.Request) {
	id, valid := p.Identity(Bearer(r))
	if !valid {
		WriteError(w, http.StatusUnauthorized, "unauthorized", "The token is expired or invalid.")
		return
	}
	all := p.resources(id.Account)
	start, _ := strconv.Atoi(r.URL.Query().Get("start"))
	start = min(max(start, 0), len(all))
	end := min(start+p.options.PageSize, len(all))
	answer := jsonObject{"rows_count": end - start, "resources": all[start:end]}
	if end < len(all) {
		query := url.Values{"start": {strconv.Itoa(end)}, "limit": {r.URL.Query().Get("limit")}, "type": {r.URL.Query().Get("type")}}
		answer["next_url"] = "/v2/resource_instances?" + query.Encode()
	}
	WriteJSON(w, http.StatusOK, answer)
}
