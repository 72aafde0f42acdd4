package sandbox

import (
	"net/http"
	"strings"

	"ibmcloud-backup-recovery-plugin/sandbox/store"
)

// shelf is a collection of objects that are kept as the service shows them, with the rules for all of their kind.
type shelf struct {
	*store.Collection[object]
	what     string             // what people call one
	id, name string             // the fields with its id and its name, which no two share; no name if they may
	gone     string             // a field that is true for those that are kept and yet are not there any more
	inUse    func(object) error // why one cannot be removed
}

func decodeObject(raw []byte) (o object, err error) { return o, unmarshal(raw, &o) }

// byID finds an object, or refuses.
func (s *shelf) byID(id string) (object, error) {
	o, ok := s.Get(id)
	if !ok {
		return nil, notFound(s.what, id)
	}
	return o, nil
}

// free refuses a name that another object has, without regard to case. own is the id of the one that is to have it.
func (s *shelf) free(name, own string) error {
	for o := range s.All() {
		if strings.EqualFold(str(o, s.name), name) && str(o, s.id) != own && (s.gone == "" || str(o, s.gone) != "true") {
			return refuse(http.StatusConflict, "KAlreadyExists", "A %s named %s exists already.", s.what, str(o, s.name))
		}
	}
	return nil
}

// rename gives an object another name, or leaves it as it is where the name is empty.
func (s *shelf) rename(id, name string) (object, error) {
	o, err := s.byID(id)
	if err == nil && name != "" {
		err = s.free(name, id)
	}
	if err != nil {
		return nil, err
	}
	o = set(clone(o), object{s.name: name})
	s.Put(o)
	return o, nil
}

// drop removes an object, unless it is in use.
func (s *shelf) drop(id string) error {
	o, err := s.byID(id)
	if err == nil && s.inUse != nil {
		err = s.inUse(o)
	}
	if err == nil {
		s.Remove(id)
	}
	return err
}

// first is the first object whose field has a text, or nil.
func (s *shelf) first(field, text string) object {
	for o := range s.All() {
		if str(o, field) == text {
			return o
		}
	}
	return nil
}
