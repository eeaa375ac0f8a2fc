package hongyan.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the browser what our pages may load: their own files, and images of the tile service where
 * one is set. Nothing inline, nothing from elsewhere. The interface page and the documents that the
 * API writes bring styles within them and are left to themselves.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ContentPolicy extends OncePerRequestFilter {
  private final String policy;

  ContentPolicy(TileSettings tiles) {
    String images = tiles.origin() == null ? "" : " " + tiles.origin();
    policy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:" + images,
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/api/") || path.startsWith("/swagger-ui") || path.startsWith("/v3/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    chain.doFilter(request, response);
  }
}
