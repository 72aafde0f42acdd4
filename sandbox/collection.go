package sandbox

import (
	"iter"
	"net/http"
	"strings"

	"ibmcloud-backup-recovery-plugin/sandbox/store"
)

// collection has the objects of one kind, as the service shows them, with the rules for their kind.
type collection struct {
	records   *store.Collection[jsonObject]
	noun      string                 // the name of the kind, for messages
	idField   string                 // the field with the id
	nameField string                 // the field with the name, which is unique; "" if it need not be
	deleted   string                 // a boolean field of objects that are kept and no longer shown; "" for none
	inUse     func(jsonObject) error // the reason why an object cannot be removed; nil for none
}

func (c *collection) get(id string) (jsonObject, bool) { return c.records.Get(id) }

func (c *collection) all() iter.Seq[jsonObject] { return c.records.All() }

// put adds an object or replaces the one with its id.
func (c *collection) put(o jsonObject) { c.records.Put(o) }

func (c *collection) remove(id string) { c.records.Remove(id) }

// decodeObject decodes an object, with the digits of its numbers.
func decodeObject(raw []byte) (o jsonObject, err error) { return o, unmarshal(raw, &o) }

// byID returns the object with an id, or a refusal.
func (c *collection) byID(id string) (jsonObject, error) {
	o, ok := c.get(id)
	if !ok {
		return nil, notFound(c.noun, id)
	}
	return o, nil
}

// checkCurrent returns an error if a body has another time of the last change, in a field, than an object: the update was made of an earlier
// state of it.
func checkCurrent(body, o jsonObject, field string) error {
	if sent := num(body, field); sent != 0 && sent != num(o, field) {
		return refuse(http.StatusConflict, "KOutOfDate", "%s: it was changed at %s; the update was made of an earlier state.", field, utc(num(o, field)))
	}
	return nil
}

// checkNameFree returns a refusal if an object other than the one with the id own has a name, without regard to case.
func (c *collection) checkNameFree(name, own string) error {
	for o := range c.all() {
		if strings.EqualFold(str(o, c.nameField), name) && str(o, c.idField) != own && (c.deleted == "" || str(o, c.deleted) != "true") {
			return refuse(http.StatusConflict, "KAlreadyExists", "A %s named %s exists already.", c.noun, str(o, c.nameField))
		}
	}
	return nil
}

// rename changes the name of an object, unless the new name is empty, and returns the object.
func (c *collection) rename(id, name string) (jsonObject, error) {
	o, err := c.byID(id)
	if err == nil && name != "" {
		err = c.checkNameFree(name, id)
	}
	if err != nil {
		return nil, err
	}
	o = setPresent(clone(o), jsonObject{c.nameField: name})
	c.put(o)
	return o, nil
}

// delete removes the object with an id, or returns a refusal if it is in use.
func (c *collection) delete(id string) error {
	o, err := c.byID(id)
	if err == nil && c.inUse != nil {
		err = c.inUse(o)
	}
	if err == nil {
		c.remove(id)
	}
	return err
}

// find returns the first object with a text in a field, or nil.
func (c *collection) find(field, text string) jsonObject {
	for o := range c.all() {
		if str(o, field) == text {
			return o
		}
	}
	return nil
}
