/** How people say who they are: accounts, passwords, second factor, sessions, the first account. */
@NullMarked
package hongyan.service.login;

import org.jspecify.annotations.NullMarked;
