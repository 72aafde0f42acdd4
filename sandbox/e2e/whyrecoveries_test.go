package e2e

// What is injected into recoveries, and the recoveries.

// recover begins a recovery of a path to a folder of the host, or to its place.
func (w *whyCase) recover(path, to string, overwrite bool) {
	w.startRecovery(w.snapshot(), path, to, overwrite)
}

// snapshot returns the newest snapshot of the host.
func (w *whyCase) snapshot() string {
	return textAt(w.send("GET", "/data-protect/objects/"+w.source.String()+"/snapshots", nil), "snapshots", 0, "id")
}

func (w *whyCase) startRecovery(snapshot, path, to string, overwrite bool) {
	target := map[string]any{"recoverTarget": map[string]any{"id": w.source}, "overwriteExisting": overwrite}
	if to == "" {
		target["restoreToOriginalPaths"] = true
	} else {
		target["alternateRestoreDirectory"] = to
	}
	w.recoveryID = textAt(w.post("/data-protect/recoveries", map[string]any{"name": w.name, "snapshotEnvironment": "kPhysical", "physicalParams": map[string]any{"recoveryAction": "RecoverFiles",
		"objects": []any{map[string]any{"snapshotId": snapshot}}, "recoverFileAndFolderParams": map[string]any{"targetEnvironment": "kPhysical", "filesAndFolders": []any{map[string]any{"absolutePath": path}}, "physicalTargetParams": target}}}), "id")
}

// recovered waits for the end of the recovery.
func (w *whyCase) recovered() {
	w.wait("the end of the recovery "+w.name, func() bool {
		return textAt(w.send("GET", "/data-protect/recoveries/"+w.recoveryID, nil), "endTimeUsecs") != ""
	})
}

// recovery makes a recovery that meets a trouble of its target.
func (w *whyCase) recovery(kind, want string) {
	w.firstRun()
	w.trouble(kind, want)
	w.recover("/etc", "/restored", false)
	w.recovered()
}

// expireUnder has the snapshot of a recovery be deleted after it was accepted.
func (w *whyCase) expireUnder() {
	run := textAt(w.runs(), 0, "id")
	snapshot := w.snapshot()
	w.oneByOne.Lock()
	w.post("/sandbox/faults", map[string]any{"match": "POST /v2/data-protect/recoveries", "runDelay": "300ms"})
	w.startRecovery(snapshot, "/etc", "/restored", false)
	w.oneByOne.Unlock()
	w.send("PUT", "/data-protect/protection-groups/"+w.group+"/runs", map[string]any{"updateProtectionGroupRunParams": []any{map[string]any{"runId": run, "localSnapshotConfig": map[string]any{"deleteSnapshot": true}}}})
	w.recovered()
}

func (w *whyCase) cancelRecovery() {
	snapshot := w.snapshot()
	w.oneByOne.Lock()
	w.post("/sandbox/faults", map[string]any{"match": "POST /v2/data-protect/recoveries", "runHang": true})
	w.startRecovery(snapshot, "/etc", "/restored", false)
	w.oneByOne.Unlock()
	w.post("/data-protect/recoveries/"+w.recoveryID+"/cancel", nil)
	w.recovered()
}

// later does something after the clock has moved.
func (w *whyCase) later(do func()) { w.after = do }

func (w *whyCase) refresh() {
	refreshed := func() string {
		return textAt(w.send("GET", "/data-protect/sources/registrations?ids="+w.source.String(), nil), "registrations", 0, "lastRefreshedTimeMsecs")
	}
	before := refreshed()
	w.post("/data-protect/sources/"+w.source.String()+"/refresh", nil)
	w.wait("the refresh of "+w.host, func() bool { return refreshed() != before })
}
