package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Primitives;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes what guests see of an interface of the host: each method that is marked, its arguments by
 * position or name, checked and of exactly the types that the method declares. A {@link
 * HostException} that a method throws is raised in the guest; of everything else the guest learns
 * only that the host failed.
 */
public final class HostInterface {
  /** The types that a parameter may have, in a guest's words. */
  private static final ImmutableMap<Class<?>, String> TYPES =
      ImmutableMap.<Class<?>, String>builder()
          .put(String.class, "str")
          .put(Boolean.class, "bool")
          .put(Integer.class, "an int of 32 bits")
          .put(Long.class, "an int of 64 bits")
          .put(Double.class, "float")
          .put(BigInteger.class, "an int")
          .put(byte[].class, "bytes")
          .put(List.class, "a list")
          .put(Map.class, "a dict")
          .put(Set.class, "a set")
          .put(BigDecimal.class, "a Decimal")
          .put(LocalDate.class, "a date")
          .put(LocalTime.class, "a time")
          .put(LocalDateTime.class, "a datetime without tzinfo")
          .put(OffsetDateTime.class, "a datetime with a tzinfo")
          .put(Duration.class, "a timedelta")
          .put(Object.class, "something")
          .buildOrThrow();

  private HostInterface() {}

  /** A parameter of a method. */
  private record Parameter(String name, Class<?> type, boolean isOptional) {}

  /**
   * Makes the object for guests.
   *
   * @param type an interface marked with {@link GuestService}; public in an exported package, or
   *     open to this module
   * @throws IllegalArgumentException if the interface can't be offered, with what to change
   */
  public static <T> HostObject of(Class<T> type, T implementation) {
    GuestService service = type.getAnnotation(GuestService.class);
    checkArgument(
        type.isInterface() && service != null,
        "%s is no interface that is marked with @GuestService",
        type.getSimpleName());
    ImmutableMap.Builder<String, HostFunction> methods = ImmutableMap.builder();
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(GuestExport.class)) {
        String name = pythonName(method.getName());
        HostFunction function = function(name, method, implementation);
        boolean inJail = method.getAnnotation(GuestExport.class).inJail();
        methods.put(name, inJail ? function : new HostFunction.BeforeJail(function));
      }
    }
    return new HostObject(service.value(), ImmutableMap.of(), methods.buildOrThrow());
  }

  private static String pythonName(String name) {
    return CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, name);
  }

  private static HostFunction function(String name, Method method, Object implementation) {
    checkArgument(method.trySetAccessible(), "%s: its module does not open it", method.getName());
    ImmutableList<Parameter> parameters = parameters(method);
    return (arguments, keywords) -> {
      List<Object> values = bind(name, parameters, arguments, keywords);
      try {
        return method.invoke(implementation, values.toArray());
      } catch (InvocationTargetException e) {
        // One of the guest's own, too: raised in its function that the method called.
        if (e.getCause() instanceof Exception raised) {
          throw raised;
        }
        throw e;
      }
    };
  }

  private static ImmutableList<Parameter> parameters(Method method) {
    String[] names = method.getAnnotation(GuestExport.class).value();
    Type[] types = method.getGenericParameterTypes();
    checkArgument(
        names.length == types.length,
        "%s has %s parameters: @GuestExport names %s",
        method.getName(),
        types.length,
        names.length);
    ImmutableList.Builder<Parameter> parameters = ImmutableList.builder();
    for (int i = 0; i < types.length; i++) {
      boolean isOptional = raw(types[i]) == Optional.class;
      Class<?> declared =
          isOptional
              ? raw(((ParameterizedType) types[i]).getActualTypeArguments()[0])
              : raw(types[i]);
      Class<?> type = Primitives.wrap(declared);
      checkArgument(
          TYPES.containsKey(type),
          "%s: a parameter of type %s can't be given by a guest",
          method.getName(),
          type.getSimpleName());
      parameters.add(new Parameter(names[i], type, isOptional));
    }
    return parameters.build();
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> raw(generic.getRawType());
      default -> throw new IllegalArgumentException(type + " can't be given by a guest");
    };
  }

  private static List<Object> bind(
      String name,
      ImmutableList<Parameter> parameters,
      List<Object> arguments,
      Map<String, Object> keywords)
      throws HostException {
    if (arguments.size() > parameters.size()) {
      throw new HostException(
          "TypeError",
          name + "() takes " + parameters.size() + " arguments, not " + arguments.size());
    }
    for (String keyword : keywords.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(keyword))) {
        throw new HostException(
            "TypeError", name + "() got an unexpected keyword argument '" + keyword + "'");
      }
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      boolean isPositional = i < arguments.size();
      boolean isNamed = keywords.containsKey(parameter.name());
      if (isPositional && isNamed) {
        throw new HostException(
            "TypeError", name + "() got multiple values for argument '" + parameter.name() + "'");
      }
      if (!isPositional && !isNamed && !parameter.isOptional()) {
        throw new HostException(
            "TypeError", name + "() missing the argument '" + parameter.name() + "'");
      }
      Object given = isPositional ? arguments.get(i) : keywords.get(parameter.name());
      if (parameter.isOptional()) {
        values.add(
            given == null ? Optional.empty() : Optional.of(converted(name, parameter, given)));
      } else {
        values.add(converted(name, parameter, given));
      }
    }
    return values;
  }

  /** Makes the declared type of a value, where that says the same; a bool is no number. */
  private static Object converted(String name, Parameter parameter, Object value)
      throws HostException {
    Class<?> type = parameter.type();
    if (type.isInstance(value) || type == Object.class) {
      return value;
    }
    if (value instanceof Long number) {
      if (type == Integer.class && number == number.intValue()) {
        return number.intValue();
      }
      if (type == Double.class) {
        return number.doubleValue();
      }
      if (type == BigInteger.class) {
        return BigInteger.valueOf(number);
      }
      if (type == BigDecimal.class) {
        return BigDecimal.valueOf(number);
      }
    }
    boolean isInteger = value instanceof Long || value instanceof BigInteger;
    throw new HostException(
        isInteger && (type == Integer.class || type == Long.class) ? "ValueError" : "TypeError",
        name + "() can't take this as '" + parameter.name() + "': it wants " + TYPES.get(type));
  }
}
