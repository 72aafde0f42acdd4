package recoveries

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// What a recovery brings back and where to, as people would type it.

// The parameters of recoveries by what they recover.
const (
	fileParams      = "physicalParams.recoverFileAndFolderParams"
	volumeTarget    = "physicalParams.recoverVolumeParams.physicalTargetParams"
	mountTarget     = "physicalParams.mountVolumeParams.physicalTargetParams"
	namespaceTarget = "kubernetesParams.recoverNamespaceParams.kubernetesTargetParams"
	claimTarget     = "kubernetesParams.recoverFileAndFolderParams.kubernetesTargetParams"
)

// The parameters of a database.
const (
	newDatabase = "sqlTargetParams.newSourceConfig"
	oldDatabase = "sqlTargetParams.originalSourceConfig"
)

// pathLists are the lists of files and folders of a recovery.
var pathLists = []string{fileParams + ".filesAndFolders", "physicalParams.downloadFileAndFolderParams.filesAndFolders",
	"kubernetesParams.recoverFileAndFolderParams.filesAndFolders", "kubernetesParams.downloadFileAndFolderParams.filesAndFolders"}

// whatNeeds are the fields that whatCell looks at.
var whatNeeds = append(slices.Clone(recoveredObjects), append(slices.Clone(pathLists), volumeTarget+".volumeMapping", mountTarget+".volumeNames")...)

// whatCell shows what a recovery brings back: `web-1: /etc/app.yaml, …`, `db-1/MSSQLSERVER/orders`, `roks/shop`.
func whatCell(v any, name output.Namer) output.Cell {
	var objects, inside []string
	for _, o := range output.List(v, "physicalParams.objects") {
		objects = append(objects, output.String(o, "objectInfo.name|objectInfo.id"))
	}
	for _, list := range recoveredObjects[1:] {
		for _, o := range output.List(v, list) {
			objects = append(objects, strings.TrimPrefix(sourceOf(o, name)+"/"+output.String(o, "objectInfo.name|objectInfo.id"), "/"))
		}
	}
	for _, list := range pathLists {
		for _, file := range output.List(v, list) {
			inside = append(inside, output.String(file, "absolutePath"))
		}
	}
	for _, volume := range output.List(v, volumeTarget+".volumeMapping") {
		inside = append(inside, output.String(volume, "sourceVolumeGuid"))
	}
	for _, volume := range output.List(v, mountTarget+".volumeNames") {
		inside = append(inside, output.String(volume, ""))
	}
	if len(inside) == 0 {
		return listed("", objects)
	}
	return listed(strings.Join(objects, ", ")+": ", inside)
}

// listed shows a list behind a prefix: in a narrow table its first item, elsewhere the first engine.MaxListed, and all of it as data.
func listed(prefix string, items []string) output.Cell {
	cell := output.Cell{Data: prefix + strings.Join(items, ", ")}
	if cell.Text = cell.Data; len(items) > engine.MaxListed {
		cell.Text = prefix + strings.Join(items[:engine.MaxListed], ", ") + ", …"
	}
	if len(items) > 1 {
		cell.Brief = prefix + items[0] + ", …"
	}
	return cell
}

// sourceOf returns the name of the host or cluster of a recovered object, and "" where it is not known.
func sourceOf(object any, name output.Namer) string {
	if known := output.String(object, "objectInfo.sourceName|hostInfo.name"); known != "" {
		return known
	}
	return name(string(api.KindSource), output.String(object, "objectInfo.sourceId"))
}

// sourceNeeds are the fields that sourceCell looks at, of a database too.
var (
	sourceNeeds         = []string{"objectInfo.sourceName", "objectInfo.sourceId"}
	databaseSourceNeeds = append(slices.Clone(sourceNeeds), "hostInfo.name")
)

// sourceCell shows the host or cluster of a recovered object.
func sourceCell(v any, name output.Namer) output.Cell {
	return output.Cell{Text: sourceOf(v, name)}
}

// toNeeds are the fields that toCell looks at.
var toNeeds = append(slices.Clone(recoveredObjects), fileParams+".physicalTargetParams", volumeTarget, mountTarget, namespaceTarget, claimTarget,
	"physicalParams.downloadFileAndFolderParams", "kubernetesParams.downloadFileAndFolderParams")

// toCell shows where a recovery goes: `original place`, `web-2:/tmp/restored`, `orders_copy on db-2`, `shop2 on other-cluster`.
func toCell(v any, name output.Namer) output.Cell {
	var places []output.Cell
	add := func(place output.Cell) {
		if !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	if output.At(v, "physicalParams.downloadFileAndFolderParams|kubernetesParams.downloadFileAndFolderParams") != nil {
		add(cells.Text("recovery.archive|archive for download"))
	}
	for _, o := range output.List(v, "physicalParams.objects") {
		if place := hostPlace(v, o, name); place.Text != "" {
			add(place)
		}
	}
	for _, o := range output.List(v, "mssqlParams.recoverAppParams") {
		add(databasePlace(o, name))
	}
	for _, o := range output.List(v, "kubernetesParams.objects") {
		switch {
		case output.At(v, namespaceTarget) != nil:
			add(namespacePlace(output.At(v, namespaceTarget), o, name))
		case output.At(v, claimTarget) != nil:
			add(claimPlace(output.At(v, claimTarget)))
		}
	}
	var whole, data []string
	for _, place := range places {
		whole, data = append(whole, place.Text), append(data, place.Data)
	}
	cell := listed("", whole)
	cell.Data = strings.Join(data, ", ")
	return cell
}

// originalPlace shows that a recovery goes to where the data came from.
func originalPlace() output.Cell { return cells.Text("recovery.original|original place") }

// said shows a place that is the same in every language.
func said(place string) output.Cell { return output.Cell{Text: place, Data: place} }

// targetName returns the name of a host or cluster that parameters name by its identifier, and the identifier where it has no name.
func targetName(target any, name output.Namer) string {
	if known := output.String(target, "name|parentSourceName"); known != "" {
		return known
	}
	id := output.String(target, "id")
	if known := name(string(api.KindSource), id); known != "" {
		return known
	}
	return id
}

// hostPlace returns where what is recovered of a host goes, and nothing where it does not go to a host.
func hostPlace(recovery, object any, name output.Namer) output.Cell {
	files, volumes, mounts := output.At(recovery, fileParams+".physicalTargetParams"), output.At(recovery, volumeTarget), output.At(recovery, mountTarget)
	switch {
	case files != nil:
		folder := output.String(files, "alternateRestoreDirectory")
		return onHost(output.At(files, "recoverTarget"), object, folder, name)
	case volumes != nil:
		var to []string
		moved := false
		for _, m := range output.List(volumes, "volumeMapping") {
			to = append(to, output.String(m, "destinationVolumeGuid"))
			moved = moved || output.String(m, "destinationVolumeGuid") != output.String(m, "sourceVolumeGuid")
		}
		if !moved {
			to = nil
		}
		return onHost(output.At(volumes, "mountTarget"), object, strings.Join(to, ", "), name)
	case mounts != nil:
		host := output.String(object, "objectInfo.name")
		if target := output.At(mounts, "newTargetConfig.mountTarget"); target != nil && output.At(mounts, "mountToOriginalTarget") != true {
			host = targetName(target, name)
		}
		return cells.Text("recovery.mounted|mounted on {{.Host}}", "Host", host)
	}
	return output.Cell{}
}

// onHost returns a place on a host: the host of an object itself, or another one; and a folder or volumes there, "" for the original ones.
func onHost(target, object any, inside string, name output.Namer) output.Cell {
	id := output.String(target, "id")
	own := id == "" || id == output.String(object, "objectInfo.id") || id == output.String(object, "objectInfo.sourceId")
	switch {
	case own && inside == "":
		return originalPlace()
	case own:
		return said(output.String(object, "objectInfo.name") + ":" + inside)
	case inside == "":
		return said(targetName(target, name))
	}
	return said(targetName(target, name) + ":" + inside)
}

// databasePlace returns where a database goes.
func databasePlace(object any, name output.Namer) output.Cell {
	was := output.String(object, "objectInfo.name")
	was = was[strings.LastIndexByte(was, '/')+1:]
	if output.At(object, "sqlTargetParams.recoverToNewSource") == true {
		to := output.String(object, newDatabase+".databaseName")
		if to == "" {
			to = was
		}
		return named(to, targetName(output.At(object, newDatabase+".host"), name))
	}
	if to := output.String(object, oldDatabase+".newDatabaseName"); to != "" && to != was {
		return named(to, sourceOf(object, name))
	}
	return originalPlace()
}

// namespacePlace returns where a namespace goes, by the parameters of its recovery.
func namespacePlace(target, object any, name output.Namer) output.Cell {
	was := output.String(object, "objectInfo.name")
	to := output.String(target, "renameRecoveredNamespacesParams.prefix") + was + output.String(target, "renameRecoveredNamespacesParams.suffix")
	if output.At(target, "recoveryTargetConfig.recoverToNewSource") == true {
		return named(to, targetName(output.At(target, "recoveryTargetConfig.newSourceConfig.source"), name))
	}
	if to != was {
		return named(to, sourceOf(object, name))
	}
	return originalPlace()
}

// claimPlace returns where files of a cluster go, by the parameters of their recovery.
func claimPlace(target any) output.Cell {
	if output.At(target, "recoverToOriginalTarget") == true {
		if folder := output.String(target, "originalTargetConfig.alternatePath"); folder != "" {
			return said(folder)
		}
		return originalPlace()
	}
	config := output.At(target, "newTargetConfig")
	place := output.String(config, "targetNamespace.name|targetSource.name")
	if claim := output.String(config, "targetPvc.name"); claim != "" {
		place = strings.TrimPrefix(place+"/"+claim, "/")
	}
	return said(place + ":" + output.String(config, "absolutePath"))
}

// named returns the place of what gets a name on a host or cluster.
func named(what, host string) output.Cell {
	if host == "" {
		return said(what)
	}
	return cells.Text("recovery.renamed|{{.Name}} on {{.Host}}", "Name", what, "Host", host)
}
