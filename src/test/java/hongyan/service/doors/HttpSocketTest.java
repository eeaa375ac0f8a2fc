package hongyan.service.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** What only a real server and a real connection can show. */
class HttpSocketTest {
  private final TestDoor doors = new TestDoor();
  private final Tomcat tomcat = new Tomcat();

  @EnableWebMvc
  static class Mvc {}

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    var context = new GenericWebApplicationContext();
    new AnnotatedBeanDefinitionReader(context).register(Mvc.class);
    context.registerBean(IngestController.class, () -> doors.controller);
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    var root = tomcat.addContext("", folder.toString());
    var servlet = Tomcat.addServlet(root, "mvc", new DispatcherServlet(context));
    servlet.setLoadOnStartup(1);
    servlet.addMapping("/");
    DoorsConfiguration.continueOnRead(tomcat.getConnector());
    tomcat.start();
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  @Test
  void answersAHugeBodyBeforeItIsSent() throws IOException {
    assertThat(exchange("Content-Length: 209715200\r\nExpect: 100-continue\r\n", ""))
        .startsWith("HTTP/1.1 413")
        .contains("application/problem+json", "body-too-large");
  }

  @Test
  void answersAHugeBodyOfUnknownLengthOnceItIsTooLarge() throws IOException {
    String chunk = "19001\r\n" + "x".repeat(0x19001) + "\r\n";
    assertThat(exchange("Transfer-Encoding: chunked\r\n", chunk + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void takesNothingOfAHalfSentBody() throws IOException {
    String half =
        "station,time,pollutant,value,unit\n431103-01,2024-10-22T09:00:00+08:00,O3,35,ug/m3\n";
    exchange("Content-Length: 500\r\n", half);
    assertThat(exchange("Content-Length: " + half.length() + "\r\n", half))
        .startsWith("HTTP/1.1 202");
    assertThat(doors.log.entries).hasSize(1);
  }

  /** Sends a request, closes the sending half, and returns what comes back until the end. */
  private String exchange(String headers, String body) throws IOException {
    int port = tomcat.getConnector().getLocalPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head =
          "POST /api/v1/readings HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
              + "Connection: close\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), UTF_8);
      }
    }
  }
}
