package hongyan.service.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/** A request as the reader of multipart bodies sees it, with an end to its patience. */
record UploadRequest(HttpServletRequest request, Duration maxSending) implements UploadContext {

  /** Thrown when the sender takes too long. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public long contentLength() {
    return request.getContentLengthLong();
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return "UTF-8";
  }

  @Override
  public String getContentType() {
    return request.getContentType();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    long deadline = System.nanoTime() + maxSending.toNanos();
    return new FilterInputStream(request.getInputStream()) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (System.nanoTime() > deadline) {
          throw new TooSlow();
        }
        return super.read(bytes, offset, length);
      }
    };
  }
}
