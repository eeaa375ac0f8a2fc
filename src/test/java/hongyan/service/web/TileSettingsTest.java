package hongyan.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TileSettingsTest {
  private static final String TIANDITU =
      "https://t0.tianditu.gov.cn:8443/w?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=KEY";

  @Test
  void namesTheOneHostThatImagesMayComeFrom() {
    assertThat(new TileSettings(TIANDITU, "", 18).origin())
        .isEqualTo("https://t0.tianditu.gov.cn:8443");
    assertThat(new TileSettings(" ", "", 18).origin()).isNull();
  }

  @Test
  void refusesAnAddressThatNoTileCanBeAskedFrom() {
    assertThatThrownBy(() -> new TileSettings("https://tiles.example/{z}/{x}", "", 18))
        .hasMessageContaining("has no {y}");
    assertThatThrownBy(() -> new TileSettings("/tiles/{z}/{x}/{y}", "", 18))
        .hasMessageContaining("https://host");
  }

  @Test
  void letsThePolicyAllowImagesOfThatHostAndNothingElse() throws Exception {
    assertThat(policy(new TileSettings(TIANDITU, "", 18), "/map"))
        .contains("img-src 'self' data: blob: https://t0.tianditu.gov.cn:8443;")
        .contains("script-src 'self';")
        .contains("connect-src 'self';");
    assertThat(policy(new TileSettings(null, "", 18), "/map")).doesNotContain("http");
    assertThat(policy(new TileSettings(null, "", 18), "/swagger-ui/index.html")).isNull();
  }

  private static String policy(TileSettings tiles, String path) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ContentPolicy(tiles).doFilter(request, response, new MockFilterChain());
    return response.getHeader("Content-Security-Policy");
  }
}
