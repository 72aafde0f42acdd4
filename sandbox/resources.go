package sandbox

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// resources are the account's instances in the Resource Controller's words: ours, in every form that it has for
// extensions, among others.
func (s *Server) resources(account int) []any {
	entry := func(name, guid, crn, region string, extensions any) any {
		return object{
			"id": crn, "crn": crn, "guid": guid, "name": name, "region_id": region, "account_id": accountID(account), "state": "active",
			"resource_group_id": "a1b2c3d4e5f60718293a4b5c6d7e8f90", "type": "service_instance", "extensions": extensions,
		}
	}
	var list []any
	for i := range 2 {
		guid := fmt.Sprintf("c05c05c0-0000-4000-8000-%012d", i)
		list = append(list, entry(fmt.Sprintf("storage-%d", i), guid, "crn:v1:bluemix:public:cloud-object-storage:global:a/"+accountID(account)+":"+guid+"::", "global", object{}))
	}
	for i, in := range s.Instances {
		if i%s.options.Accounts != account {
			continue
		}
		tenant := strings.TrimSuffix(in.Tenant, "/")
		private := in.GUID + ".private." + in.Region + ".backup-recovery.cloud.ibm.com"
		extensions := object{"endpoints.public": in.URL, "endpoints.private": private, "tenant-id": tenant}
		if i%2 == 1 {
			extensions = object{"endpoints": object{"public": in.URL, "private": private}, "tenant-id": tenant}
		}
		list = append(list, entry(in.Name, in.GUID, in.CRN, in.Region, extensions))
	}
	guid := "0ddba110-0000-4000-8000-000000000001"
	return append(list, entry("keys", guid, "crn:v1:bluemix:public:kms:us-east:a/"+accountID(account)+":"+guid+"::", "us-east", object{}))
}

func (s *Server) listResources(w http.ResponseWriter, r *http.Request) {
	id, good := s.tokens.identity(bearer(r))
	if !good {
		writeJSON(w, http.StatusUnauthorized, platformError(http.StatusUnauthorized, "unauthorized", "The token is expired or invalid."))
		return
	}
	all := s.resources(id.account)
	start, _ := strconv.Atoi(r.URL.Query().Get("start"))
	start = min(max(start, 0), len(all))
	end := min(start+s.options.PageSize, len(all))
	answer := object{"rows_count": end - start, "resources": all[start:end]}
	if end < len(all) {
		query := url.Values{"start": {strconv.Itoa(end)}, "limit": {r.URL.Query().Get("limit")}, "type": {r.URL.Query().Get("type")}}
		answer["next_url"] = "/v2/resource_instances?" + query.Encode()
	}
	writeJSON(w, http.StatusOK, answer)
}
