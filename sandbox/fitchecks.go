package sandbox

import (
	"maps"
	"slices"
)

// sourceParams are the fields with the parameters of an environment in a registration.
var sourceParams = map[string]string{"kPhysical": "physicalParams", "kSQL": "physicalParams", "kKubernetes": "kubernetesParams"}

// actionParams are the fields with the parameters of an action in those of a recovery.
var actionParams = map[string]string{
	"RecoverFiles": "recoverFileAndFolderParams", "RecoverPhysicalVolumes": "recoverVolumeParams", "InstantVolumeMount": "mountVolumeParams", "RecoverNamespaces": "recoverNamespaceParams",
}

// choices are the fields that choose which of others is meant, by the operation: the ones for other choices would be ignored.
var choices = map[string][]choice{
	"RegisterProtectionSource":           {{"", "environment", sourceParams}},
	"UpdateProtectionSourceRegistration": {{"", "environment", sourceParams}},
	"PatchProtectionSourceRegistration":  {{"", "environment", sourceParams}},
	"CreateProtectionGroup":              {{"", "environment", paramsKey}, {"physicalParams", "protectionType", protectionKey}, {"mssqlParams", "protectionType", protectionKey}},
	"UpdateProtectionGroup":              {{"", "environment", paramsKey}, {"physicalParams", "protectionType", protectionKey}, {"mssqlParams", "protectionType", protectionKey}},
	"CreateRecovery":                     {{"", "snapshotEnvironment", paramsKey}, {"physicalParams", "recoveryAction", actionParams}, {"kubernetesParams", "recoveryAction", actionParams}},
}

// choice is a field of an object that chooses one of others.
type choice struct {
	object string            // the field with the object; "" for the body itself
	by     string            // the field that chooses
	fields map[string]string // the field that is meant, by the value
}

// check returns a refusal for a field of a body that is not the chosen one.
func (ch choice) check(body jsonObject) error {
	o, prefix := body, ""
	if ch.object != "" {
		o, _ = body[ch.object].(jsonObject)
		prefix = ch.object + "."
	}
	chosen := str(o, ch.by)
	for _, field := range slices.Sorted(maps.Values(ch.fields)) {
		if inner, ok := o[field].(jsonObject); ok && field != ch.fields[chosen] && len(inner) > 0 {
			return invalid(prefix+field, "it does not fit the %s %s.", ch.by, chosen)
		}
	}
	return nil
}
