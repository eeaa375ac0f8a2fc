package hongyan.service.login;

import java.io.Serializable;

/**
 * What a session keeps of who logged in; everything else is asked for at each request.
 *
 * @param stamp of the account at that time: once the account has another, the session is over
 * @param secondFactor whether a second factor was given
 */
public record LoggedIn(String account, int stamp, boolean secondFactor) implements Serializable {}
