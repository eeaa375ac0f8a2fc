package hongyan.service.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import hongyan.pipelines.findings.Finding;
import hongyan.service.attachments.Photos;
import hongyan.service.doors.rejects.Reject;
import hongyan.service.doors.rejects.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class UploadsTest {
  private static final String FINDING =
      "{\"conduct\":\"net\",\"time\":\"2024-10-22T05:10:00+08:00\",\"county\":\"431103\","
          + "\"source\":\"patrol\",\"description\":\"x\"}";

  private final TestDoor doors = new TestDoor();
  private final MockMvc mvc = MockMvcBuilders.standaloneSetup(doors.controller).build();

  @Test
  void takesAFindingWithItsPhotosWhateverTheirOrder() throws Exception {
    byte[] photo = Photos.jpeg();
    byte[] other = Photos.png();
    var answer =
        send(
            part("p1", "a.jpg", photo),
            part("finding", null, bytes(FINDING)),
            part("p2", "b.exe", other));
    assertThat(answer.getStatus()).isEqualTo(202);
    assertThat(this.<Integer>at(answer, "$.accepted")).isOne();
    assertThat(finding().attachments()).containsExactly(Sha256.hex(photo), Sha256.hex(other));
    assertThat(finding().receipt().raw()).isEqualTo(FINDING);
    assertThat(doors.attachments.find(Sha256.hex(photo)).orElseThrow().file())
        .hasBinaryContent(photo);
  }

  @Test
  void givesTheReportAnotherIdentityThanTheOneWithoutPhotos() throws Exception {
    send(part("finding", null, bytes(FINDING)));
    send(part("finding", null, bytes(FINDING)), part("p", "a.jpg", Photos.jpeg()));
    assertThat(doors.log.values("findings", Finding.class))
        .extracting(Finding::findingID)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void refusesTheFindingThatBringsWhatIsNoPhotoAndKeepsNoFile() throws Exception {
    byte[] photo = Photos.jpeg();
    var answer =
        send(
            part("finding", null, bytes(FINDING)),
            part("p", "good.jpg", photo),
            part("p", "photo.jpg", bytes("MZ, a program by another name")));
    assertThat(this.<Integer>at(answer, "$.rejected")).isOne();
    assertThat(this.<String>at(answer, "$.errors[0].rule")).isEqualTo("unknown-attachment-type");
    assertThat(this.<String>at(answer, "$.errors[0].field")).isEqualTo("attachments/photo.jpg");
    assertThat(doors.log.values("rejects", Reject.class))
        .singleElement()
        .extracting(Reject::raw)
        .isEqualTo(FINDING);
    assertThat(doors.attachments.find(Sha256.hex(photo))).isEmpty();
  }

  @Test
  void namesAFileThatIsTooLargeAndReadsOn() throws Exception {
    byte[] large = Arrays.copyOf(Photos.jpeg(), 200_000);
    var answer = send(part("p", "large.jpg", large), part("finding", null, bytes(FINDING)));
    assertThat(this.<String>at(answer, "$.errors[0].rule")).isEqualTo("attachment-too-large");
  }

  @Test
  void takesNothingOfAnUploadThatIsCutOff() throws Exception {
    byte[] whole = body(part("finding", null, bytes(FINDING)), part("p", "a.jpg", Photos.jpeg()));
    var answer = sendBody(Arrays.copyOf(whole, whole.length - 40));
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(this.<String>at(answer, "$.errors[0].rule")).isEqualTo("multipart-invalid");
    assertThat(doors.log.entries).isEmpty();
  }

  @Test
  void wantsOneFindingAndNotTooManyFiles() throws Exception {
    assertThat(rule(part("p", "a.jpg", Photos.jpeg()))).isEqualTo("required-field-missing");
    assertThat(rule(part("finding", null, bytes("[" + FINDING + "]"))))
        .isEqualTo("one-finding-an-upload");
    byte[] file = part("p", "a.jpg", Photos.jpeg());
    assertThat(rule(file, file, file, file)).isEqualTo("too-many-attachments");
  }

  private String rule(byte[]... parts) throws Exception {
    return at(send(parts), "$.errors[0].rule");
  }

  private Finding finding() {
    return doors.log.values("findings", Finding.class).get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private MockHttpServletResponse send(byte[]... parts) throws Exception {
    return sendBody(body(parts));
  }

  private MockHttpServletResponse sendBody(byte[] body) throws Exception {
    return mvc.perform(
            post("/api/v1/findings")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .content(body))
        .andReturn()
        .getResponse();
  }

  private static byte[] body(byte[]... parts) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.write(part);
    }
    body.write(bytes("--cut--\r\n"));
    return body.toByteArray();
  }

  private static byte[] part(String name, String file, byte[] content) throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    String fileName = file == null ? "" : "; filename=\"" + file + "\"";
    part.write(
        bytes(
            "--cut\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                .formatted(name, fileName)));
    part.write(content);
    part.write(bytes("\r\n"));
    return part.toByteArray();
  }

  private <T> T at(MockHttpServletResponse answer, String path) throws Exception {
    return JsonPath.read(answer.getContentAsString(UTF_8), path);
  }
}
