package hongyan.service.api;

import hongyan.geo.place.CivilTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Moments in answers stand in the city's own time, with its offset. */
@Configuration(proxyBeanMethods = false)
class CivilMoments {
  @Bean
  JsonMapperBuilderCustomizer civilMomentsInAnswers() {
    return builder -> builder.addModule(new SimpleModule().addSerializer(new MomentSerializer()));
  }

  private static final class MomentSerializer extends StdSerializer<Instant> {
    MomentSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant moment, JsonGenerator out, SerializationContext context) {
      out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(CivilTime.ZONE)));
    }
  }
}
