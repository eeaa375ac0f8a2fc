package hongyan.service.attachments;

import hongyan.service.settings.HongyanSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the folder of attachments in the state folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentConfiguration {
  @Bean
  AttachmentStore attachmentStore(HongyanSettings settings, AttachmentSettings limits) {
    return new AttachmentStore(settings.state().resolve("attachments"), limits);
  }
}
