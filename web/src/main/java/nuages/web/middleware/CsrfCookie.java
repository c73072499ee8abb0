package nuages.web.middleware;

import java.util.Optional;
import nuages.web.http.Cookie;
import nuages.web.http.Request;
import nuages.web.http.Response;

/** Keeps secrets in a cookie that scripts of the site can read, as they may have to send it back in a header. */
record CsrfCookie(CsrfSettings settings) implements CsrfStore {
    @Override
    public Optional<String> read(Request request) {
        return request.cookie(settings.cookieName());
    }

    @Override
    public Response keep(Request request, Response response, String secret) {
        return response.with(new Cookie(
                settings.cookieName(),
                secret,
                settings.cookiePath(),
                settings.cookieDomain().orElse(null),
                settings.cookieAge(),
                settings.cookieSecure() || request.secure(),
                false,
                Cookie.SameSite.LAX));
    }
}
