package hongyan.service.openapi;

import hongyan.service.accounts.Permissions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Title, words and examples of the OpenAPI document. What the controllers say about themselves
 * stays; here is what they have in common, or what would bury their code.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  private static final String VERSION = "0.1.0";
  private static final String TOKEN = "token";

  @Bean
  OpenAPI document() {
    return new OpenAPI()
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("令牌 · a token, see /api/v1/tokens; browsers log in instead")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN))
        .info(
            new Info()
                .title("鸿雁 Hongyan")
                .version(VERSION)
                .description(new OpenApiFile("about.md").text()));
  }

  @Bean
  OpenApiCustomizer wordsAndExamples(Clock clock, Permissions permissions) {
    ParameterWords words = ParameterWords.load(clock);
    BodyExamples examples = BodyExamples.load();
    return document -> {
      document.setTags(tags(document));
      words.addTo(document);
      examples.addTo(document);
      ErrorAnswers.addTo(document, permissions);
    };
  }

  /** Ours in our order, then those that a controller brought and nobody has described. */
  private static List<Tag> tags(OpenAPI document) {
    List<Tag> ours = Arrays.asList(new OpenApiFile("tags.json").read(Tag[].class));
    Set<String> named = ours.stream().map(Tag::getName).collect(Collectors.toSet());
    Stream<Tag> others =
        document.getTags() == null
            ? Stream.empty()
            : document.getTags().stream().filter(tag -> !named.contains(tag.getName()));
    return Stream.concat(ours.stream(), others).toList();
  }
}
