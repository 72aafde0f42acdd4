#!/usr/bin/env bash
# Takes a host out of service and moves a namespace to another cluster.
#
# Needs ibmcloud with the plug-in backup-recovery, jq and coreutils, and in the environment the variables below.
set -euo pipefail

: "${API_KEY:?API key of a Manager}"
: "${REGION:?region of the instance}"
: "${SERVICE_URL:?address of the instance}"
: "${TENANT_ID:?tenant of the instance, with a slash at the end}"
: "${HOST_NAME:?host to take out of service}"
: "${HOST_GROUP:?protection group of the host}"
: "${POLICY:?policy for the namespace}"
: "${CLUSTER:?cluster with the namespace}"
: "${NAMESPACE:?namespace to move}"
: "${NEW_CLUSTER:?cluster to move it to}"
SUFFIX=${SUFFIX:--moved}
POLL_SECONDS=${POLL_SECONDS:-30}
POLLS=${POLLS:-120}

fail() {
	echo "ERROR: $*" >&2
	exit 1
}

br() { ibmcloud backup-recovery "$@" --xibm-tenant-id "$TENANT_ID"; }

# poll MESSAGE COMMAND... repeats a command until it succeeds.
poll() {
	local message=$1 i
	shift
	for ((i = 0; i < POLLS; i++)); do
		"$@" && return
		sleep "$POLL_SECONDS"
	done
	fail "$message"
}

# group_id NAME
group_id() {
	br protection-group list --names "$1" --output json |
		jq -er --arg name "$1" '.protectionGroups[] | select(.name == $name) | .id'
}

# source_id NAME: the id of a registered source.
source_id() {
	br protection-source list --output json |
		jq -er --arg name "$1" '.protectionSources[].protectionSource | select(.name == $name) | .id'
}

# pause_group ID
pause_group() {
	local group params
	group=$(br protection-group get --id "$1" --output json) || fail "cannot read group $1"
	group=$(jq '.isPaused = true' <<<"$group")
	case $(jq -r .environment <<<"$group") in
	kPhysical) params=(--physical-params "$(jq -c .physicalParams <<<"$group")") ;;
	kKubernetes) params=(--kubernetes-params "$(jq -c .kubernetesParams <<<"$group")") ;;
	*) fail "group $1 is neither of hosts nor of clusters" ;;
	esac
	br protection-group update --id "$1" \
		--name "$(jq -r .name <<<"$group")" \
		--policy-id "$(jq -r .policyId <<<"$group")" \
		--environment "$(jq -r .environment <<<"$group")" \
		--is-paused "$(jq .isPaused <<<"$group")" \
		"${params[@]}" --output json >/dev/null || {
		echo "cannot pause group $1" >&2
		exit 1
	}
	[[ $(br protection-group list --ids "[\"$1\"]" --jmes-query 'protectionGroups[0].isPaused') == true ]] || fail "group $1 is not paused"
	echo "Group $(jq -r .name <<<"$group") is paused."
}

# active_runs ID: the runs that have not ended, one a line, with the archival tasks of those without a local backup.
active_runs() {
	br protection-group-run list --id "$1" --include-object-details=false --output json | jq -c '
		["Accepted", "Running", "OnHold", "Paused", "Pausing", "Resuming", "Finalizing", "Canceling"] as $active |
		.runs[]? |
		{id, local: .localBackupInfo.status?, archives: [.archivalInfo.archivalTargetResults[]? | select(.status as $s | $active | index($s))]} |
		select((.local as $s | $active | index($s)) or .archives != []) |
		if .local then {runId: .id} else {runId: .id, archivalTaskId: [.archives[].archivalTaskId]} end'
}

is_drained() {
	local active
	active=$(active_runs "$1") || fail "cannot list the runs of group $1"
	[[ -z $active ]]
}

# cancel_runs ID
cancel_runs() {
	local params
	while read -r params; do
		br protection-group-run perform-action --id "$1" --action Cancel --cancel-params "[$params]" --output json >/dev/null ||
			is_drained "$1" || fail "cannot cancel $(jq -r .runId <<<"$params")"
		echo "Run $(jq -r .runId <<<"$params") is being canceled."
	done < <(active_runs "$1")
	poll "the runs of group $1 do not end" is_drained "$1"
	echo "No run is active."
}

# snapshot_of ID: the newest snapshot of an object in an archive.
snapshot_of() {
	SNAPSHOT=$(br object-snapshots-list --id "$1" --output json | jq -er '
		[.snapshots[]? | select(.snapshotTargetType == "Archival")] | max_by(.snapshotTimestampUsecs) | .id // empty')
}

# is_gone NAME: whether a source is no longer listed, and not whether listing fails.
is_gone() {
	local left
	left=$(br protection-source list --output json | jq --arg name "$1" '[.protectionSources[].protectionSource | select(.name == $name)] | length') &&
		((left == 0))
}

# is_recovered ID: whether a recovery has succeeded; one that failed ends the script.
is_recovered() {
	local status
	status=$(br recovery get --id "$1" --output json | jq -r .status)
	case $status in
	Succeeded | SucceededWithWarning) ;;
	Failed | Canceled | Missed | Skipped) fail "recovery $1: $status" ;;
	*) return 1 ;;
	esac
}

# has_namespace CLUSTER NAME
has_namespace() { namespace_id "$1" "$2" >/dev/null; }

# namespace_id CLUSTER NAME
namespace_id() {
	br protection-source list --environments kKubernetes --output json | jq -er --arg cluster "$1" --arg name "$2" '
		.protectionSources[] | select(.protectionSource.name == $cluster) |
		.nodes[]?.protectionSource | select(.name == $name) | .id'
}

ibmcloud login --apikey "$API_KEY" -r "$REGION" -q || fail "cannot log in"
ibmcloud backup-recovery config set service-url "$SERVICE_URL" >/dev/null
[[ $(ibmcloud backup-recovery config get service-url) == "$SERVICE_URL" ]] || fail "the service URL was not saved"

echo "== The host $HOST_NAME"
host=$(source_id "$HOST_NAME") || fail "no source is named $HOST_NAME"
group=$(group_id "$HOST_GROUP") || fail "no group is named $HOST_GROUP"
pause_group "$group"
cancel_runs "$group"
echo y | br protection-group delete --id "$group" --delete-snapshots=true >/dev/null || fail "cannot delete group $HOST_GROUP"
! br protection-group get --id "$group" --output json >/dev/null 2>&1 || fail "group $HOST_GROUP is still there"
br protection-source registration-delete --id "$host" --force >/dev/null || fail "cannot delete the registration of $HOST_NAME"
poll "$HOST_NAME is still there" is_gone "$HOST_NAME"
echo "$HOST_NAME is gone."

echo "== The namespace $NAMESPACE"
policy=$(br protection-policy list --policy-names "$POLICY" --jmes-query 'policies[0].id' | tr -d '"')
cluster=$(source_id "$CLUSTER") || fail "no source is named $CLUSTER"
new_cluster=$(source_id "$NEW_CLUSTER") || fail "no source is named $NEW_CLUSTER"
namespace=$(namespace_id "$CLUSTER" "$NAMESPACE") || fail "$CLUSTER has no namespace $NAMESPACE"
group=$(br protection-group create --name "move-$NAMESPACE" --policy-id "$policy" --environment kKubernetes \
	--kubernetes-params "$(jq -nc --argjson source "$cluster" --argjson id "$namespace" '{sourceId: $source, objects: [{id: $id}]}')" \
	--output json | jq -er .id) || fail "cannot protect $NAMESPACE"
# A new group starts its first run by itself.
poll "$NAMESPACE was not backed up" snapshot_of "$namespace"
echo "$NAMESPACE is in the archive."

recovery=$(br recovery create --name "move-$NAMESPACE-$(date +%s)" --snapshot-environment kKubernetes --kubernetes-params "$(
	jq -nc --arg snapshot "$SNAPSHOT" --argjson cluster "$new_cluster" --arg suffix "$SUFFIX" '{
		recoveryAction: "RecoverNamespaces",
		objects: [{snapshotId: $snapshot}],
		recoverNamespaceParams: {targetEnvironment: "kKubernetes", kubernetesTargetParams: {
			recoveryTargetConfig: {recoverToNewSource: true, newSourceConfig: {source: {id: $cluster}}},
			renameRecoveredNamespacesParams: {suffix: $suffix}}}}'
)" --output json | jq -er .id) || fail "cannot recover $NAMESPACE"
poll "recovery $recovery does not end" is_recovered "$recovery"
br recovery list --ids "[\"$recovery\"]" --output json |
	jq -e --arg id "$recovery" '[.recoveries[].id] == [$id]' >/dev/null || fail "recovery $recovery is not listed"
br protection-source refresh --id "$new_cluster" >/dev/null || fail "cannot refresh $NEW_CLUSTER"
poll "$NEW_CLUSTER has no namespace $NAMESPACE$SUFFIX" has_namespace "$NEW_CLUSTER" "$NAMESPACE$SUFFIX"
echo "$NAMESPACE$SUFFIX is in $NEW_CLUSTER."

pause_group "$group"
cancel_runs "$group"
br protection-group delete --id "$group" --force >/dev/null || fail "cannot delete group $group"
ibmcloud logout >/dev/null
echo "Done."
