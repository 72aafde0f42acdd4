package service

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// authTypeTwin is the other name that go-sdk-core reads for AUTH_TYPE.
const authTypeTwin = "AUTHTYPE"

// authType returns how to authenticate: what the configuration says, or what follows from what it holds, as in go-sdk-core; and a
// bearer token where one is given alone.
func (e *external) authType() string {
	switch p := e.props; {
	case p[core.PROPNAME_AUTH_TYPE] != "":
		return p[core.PROPNAME_AUTH_TYPE]
	case p[authTypeTwin] != "":
		return p[authTypeTwin]
	case p[core.PROPNAME_APIKEY] != "":
		return core.AUTHTYPE_IAM
	case p[core.PROPNAME_BEARER_TOKEN] != "":
		return core.AUTHTYPE_BEARER_TOKEN
	}
	return core.AUTHTYPE_CONTAINER
}

// authenticator makes the authenticator that the configuration asks for. It is made here of the properties that were checked, and
// not by go-sdk-core's own reader: that would read the file again, which may be another one by then.
func (e *external) authenticator(timeout time.Duration) (core.Authenticator, error) {
	p := e.props
	insecure, _ := strconv.ParseBool(p[core.PROPNAME_AUTH_DISABLE_SSL]) // what is no truth value is false, as in go-sdk-core
	client := IdentityClient(insecure, timeout)
	kind := e.authType()
	is := func(name string) bool { return strings.EqualFold(kind, name) }
	switch {
	case is(core.AUTHTYPE_IAM):
		return core.NewIamAuthenticatorBuilder().SetApiKey(p[core.PROPNAME_APIKEY]).SetRefreshToken(p[core.PROPNAME_REFRESH_TOKEN]).
			SetURL(p[core.PROPNAME_AUTH_URL]).SetClientIDSecret(p[core.PROPNAME_CLIENT_ID], p[core.PROPNAME_CLIENT_SECRET]).
			SetDisableSSLVerification(insecure).SetScope(p[core.PROPNAME_SCOPE]).SetClient(client).Build()
	case is(core.AUTHTYPE_IAM_ASSUME):
		return core.NewIamAssumeAuthenticatorBuilder().SetIAMProfileID(p[core.PROPNAME_IAM_PROFILE_ID]).SetIAMProfileCRN(p[core.PROPNAME_IAM_PROFILE_CRN]).
			SetIAMProfileName(p[core.PROPNAME_IAM_PROFILE_NAME]).SetIAMAccountID(p[core.PROPNAME_IAM_ACCOUNT_ID]).SetApiKey(p[core.PROPNAME_APIKEY]).
			SetURL(p[core.PROPNAME_AUTH_URL]).SetClientIDSecret(p[core.PROPNAME_CLIENT_ID], p[core.PROPNAME_CLIENT_SECRET]).
			SetDisableSSLVerification(insecure).SetScope(p[core.PROPNAME_SCOPE]).SetClient(client).Build()
	case is(core.AUTHTYPE_CONTAINER):
		return core.NewContainerAuthenticatorBuilder().SetCRTokenFilename(p[core.PROPNAME_CRTOKEN_FILENAME]).
			SetIAMProfileName(p[core.PROPNAME_IAM_PROFILE_NAME]).SetIAMProfileID(p[core.PROPNAME_IAM_PROFILE_ID]).
			SetURL(p[core.PROPNAME_AUTH_URL]).SetClientIDSecret(p[core.PROPNAME_CLIENT_ID], p[core.PROPNAME_CLIENT_SECRET]).
			SetDisableSSLVerification(insecure).SetScope(p[core.PROPNAME_SCOPE]).SetClient(client).Build()
	case is(core.AUTHTYPE_VPC):
		return core.NewVpcInstanceAuthenticatorBuilder().SetIAMProfileCRN(p[core.PROPNAME_IAM_PROFILE_CRN]).SetIAMProfileID(p[core.PROPNAME_IAM_PROFILE_ID]).
			SetIAMProfileName(p[core.PROPNAME_IAM_PROFILE_NAME]).SetURL(p[core.PROPNAME_AUTH_URL]).SetServiceVersion(p[core.PROPNAME_VPC_IMS_VERSION]).SetClient(client).Build()
	case is(core.AUTHTYPE_BEARER_TOKEN):
		return core.NewBearerTokenAuthenticator(p[core.PROPNAME_BEARER_TOKEN])
	case is(core.AUTHTYPE_BASIC):
		return core.NewBasicAuthenticator(p[core.PROPNAME_USERNAME], p[core.PROPNAME_PASSWORD])
	case is(core.AUTHTYPE_CP4D):
		a := &core.CloudPakForDataAuthenticator{
			Username: p[core.PROPNAME_USERNAME], Password: p[core.PROPNAME_PASSWORD], APIKey: p[core.PROPNAME_APIKEY],
			AccountID: p[core.PROPNAME_CP4D_ACCOUNT_ID], URL: p[core.PROPNAME_AUTH_URL], DisableSSLVerification: insecure, Client: client,
		}
		return a, a.Validate()
	case is(core.AUTHTYPE_MCSP):
		return core.NewMCSPAuthenticatorBuilder().SetApiKey(p[core.PROPNAME_APIKEY]).SetURL(p[core.PROPNAME_AUTH_URL]).
			SetDisableSSLVerification(insecure).SetClient(client).Build()
	case is(core.AUTHTYPE_MCSPV2):
		return e.mcsp2(insecure, client)
	case is(core.AUTHTYPE_NOAUTH):
		return core.NewNoAuthAuthenticator()
	}
	return nil, i18n.NewError("auth.type|{{.Name}} has the unknown value '{{.Value}}'.", "Name", serviceConfig+core.PROPNAME_AUTH_TYPE, "Value", kind)
}

// mcsp2 makes the authenticator of the second version of the Multi-Cloud Saas Platform's identity service.
func (e *external) mcsp2(insecure bool, client *http.Client) (core.Authenticator, error) {
	p := e.props
	b := core.NewMCSPV2AuthenticatorBuilder().SetApiKey(p[core.PROPNAME_APIKEY]).SetURL(p[core.PROPNAME_AUTH_URL]).
		SetScopeCollectionType(p[core.PROPNAME_SCOPE_COLLECTION_TYPE]).SetScopeID(p[core.PROPNAME_SCOPE_ID]).SetDisableSSLVerification(insecure).SetClient(client)
	wrong := func(name string) error {
		return i18n.NewError("auth.value|{{.Name}} has the value '{{.Value}}', which cannot be read.", "Name", serviceConfig+name, "Value", p[name])
	}
	for _, one := range []struct {
		name string
		set  func(bool) *core.MCSPV2AuthenticatorBuilder
	}{
		{core.PROPNAME_INCLUDE_BUILTIN_ACTIONS, b.SetIncludeBuiltinActions}, {core.PROPNAME_INCLUDE_CUSTOM_ACTIONS, b.SetIncludeCustomActions},
		{core.PROPNAME_INCLUDE_ROLES, b.SetIncludeRoles}, {core.PROPNAME_PREFIX_ROLES, b.SetPrefixRoles},
	} {
		if p[one.name] == "" {
			continue
		}
		on, err := strconv.ParseBool(p[one.name])
		if err != nil {
			return nil, wrong(one.name)
		}
		one.set(on)
	}
	if text := p[core.PROPNAME_CALLER_EXT_CLAIM]; text != "" {
		var claims map[string]string
		if json.Unmarshal([]byte(text), &claims) != nil {
			return nil, wrong(core.PROPNAME_CALLER_EXT_CLAIM)
		}
		b.SetCallerExtClaim(claims)
	}
	return b.Build()
}
