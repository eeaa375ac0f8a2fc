package hongyan.service.evidence;

import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Forbidden;
import hongyan.service.evidence.subject.EvidenceSubject;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may do what with evidence. */
@Component
class Officers {
  private static final Set<Role> READERS =
      Set.of(Role.FORESTRY, Role.ENVIRONMENT, Role.INSPECTOR, Role.ADMINISTRATOR);

  private final WhoAsks whoAsks;

  Officers(WhoAsks whoAsks) {
    this.whoAsks = whoAsks;
  }

  /** Returns who asks, if they may see what is about that subject. */
  Person reader(EvidenceSubject subject) {
    Person person = whoAsks.get();
    if (person.roles().stream().noneMatch(READERS::contains)) {
      throw new Forbidden("evidence is for officers");
    }
    if (!person.sees(subject.county())) {
      throw new NoSuchElementException("nothing at " + subject.kind() + "/" + subject.id());
    }
    return person;
  }

  /** Returns who asks, if they may lead a review to that state. */
  Person reviewer(EvidenceSubject subject, ReviewState to) {
    Person person = reader(subject);
    boolean may =
        switch (to) {
          case TECHNICALLY_REVIEWED -> person.has(Role.FORESTRY) || person.has(Role.ENVIRONMENT);
          case CAPTURED, LEGALLY_REVIEWED, USABLE -> person.has(Role.INSPECTOR);
        };
    if (!may) {
      throw new Forbidden("your account may not lead a review to " + to.code());
    }
    return person;
  }
}
