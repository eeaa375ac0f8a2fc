package hongyan.service.accounts;

/** What stands for a person in the security context and knows who it is. */
public interface HasPerson {
  Person person();
}
