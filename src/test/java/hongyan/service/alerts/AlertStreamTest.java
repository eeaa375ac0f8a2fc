package hongyan.service.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import hongyan.service.database.OnBothDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The end of open lines; what they bring is shown by the tests of the whole service. */
@OnBothDatabases
class AlertStreamTest {
  @TempDir private Path folder;
  private AlertStream stream;
  private MockMvc mvc;

  @BeforeEach
  void start() {
    stream = new AlertsFixture(Cases.database(folder)).stream();
    mvc = MockMvcBuilders.standaloneSetup(stream).build();
  }

  @Test
  void closesItsLinesWhenTheServiceEnds() throws Exception {
    MvcResult line = mvc.perform(get("/api/v1/alerts/stream")).andReturn();
    assertThatIllegalStateException().as("open").isThrownBy(() -> line.getAsyncResult(0));
    stream.end();
    assertThat(line.getAsyncResult(0)).as("closed").isNull();
  }

  @Test
  void keepsNoLineOpenThatComesWhileItEnds() throws Exception {
    stream.end();
    MvcResult line = mvc.perform(get("/api/v1/alerts/stream")).andReturn();
    assertThat(line.getAsyncResult(0)).isNull();
  }
}
