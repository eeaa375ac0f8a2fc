package hongyan.service.api;

import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Refuses a question with a parameter that its operation does not have. A filter that is misspelt
 * would otherwise count for nothing, and the answer be about more than was asked for.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  private static final String OURS = "hongyan.service.";

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  /** Throws {@link Refused} that names each of them and what there is. */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query != null
        && request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod operation
        && operation.getBeanType().getName().startsWith(OURS)) {
      Set<String> names = known.computeIfAbsent(operation.getMethod(), m -> names(operation));
      List<Fault> faults =
          asked(query).filter(name -> !names.contains(name)).map(n -> fault(n, names)).toList();
      if (!faults.isEmpty()) {
        throw new Refused(faults);
      }
    }
    return true;
  }

  /** The body of a form is none of this. */
  private static Stream<String> asked(String query) {
    return UriComponentsBuilder.newInstance()
        .query(query)
        .build()
        .getQueryParams()
        .keySet()
        .stream()
        .map(name -> UriUtils.decode(name, StandardCharsets.UTF_8));
  }

  private static Fault fault(String name, Set<String> names) {
    String there =
        names.isEmpty() ? "none is wanted here" : "there are " + String.join(", ", names);
    return Fault.of(name, null, "unknown-parameter", "no such parameter; " + there);
  }

  private static Set<String> names(HandlerMethod operation) {
    return Stream.concat(
            Arrays.stream(operation.getMethodParameters()).flatMap(KnownParameters::names),
            chosenBy(operation.getMethod()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By some a method is chosen among others of its path, such as format=html or format!=html. */
  private static Stream<String> chosenBy(Method method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    return mapping == null
        ? Stream.empty()
        : Arrays.stream(mapping.params()).map(condition -> condition.split("!?=", 2)[0]);
  }

  private static Stream<String> names(MethodParameter parameter) {
    RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
    if (single != null) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      return Stream.of(
          single.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : single.name());
    }
    return parameter.hasParameterAnnotation(ParameterObject.class)
        ? Arrays.stream(parameter.getParameterType().getRecordComponents())
            .map(RecordComponent::getName)
        : Stream.empty();
  }
}
