package hongyan.service.evidence.subject;

import java.util.Optional;

/** Those of one kind; a bean of each kind is found by itself. */
public interface EvidenceSubjects {

  /** Returns the word in the address: {@code alerts}, {@code targets}, {@code problems}. */
  String kind();

  Optional<EvidenceSubject> find(String id);
}
