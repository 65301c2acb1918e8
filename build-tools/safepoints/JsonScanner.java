package safepoints;

import static java.lang.constant.ConstantDescs.CD_Map;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Has {@code json.loads()} make its numbers itself. GraalPy means to, where {@code float} and
 * {@code int} are to make them, but asks whether those are numbers; so it calls them for each
 * number, and looks through the whole stack each time. And has it forget keys: it keeps every one
 * that it ever saw.
 */
final class JsonScanner {
  private static final Set<String> SCANNER =
      Set.of(
          "com/oracle/graal/python/builtins/modules/json/JSONScannerBuiltins$CallScannerNode.class");

  static final List<Change> CHANGES =
      List.of(
          isType("PyFloatCheckExactNode", "PFloat"),
          isType("PyLongCheckExactNode", "PInt"),
          Insertion.instead(
              SCANNER,
              "java/util/HashMap",
              "putIfAbsent",
              code ->
                  code.invokestatic(
                      GraalPy.ours("JsonKeys"),
                      "keep",
                      MethodTypeDesc.of(CD_Object, CD_Map, CD_Object, CD_Object))));

  private JsonScanner() {}

  private static Change isType(String asked, String type) {
    return Insertion.instead(
        SCANNER,
        "com/oracle/graal/python/lib/" + asked,
        "executeUncached",
        code ->
            code.getstatic(GraalPy.TYPES, type, GraalPy.TYPES)
                .invokestatic(
                    ClassDesc.of(
                        "com.oracle.graal.python.builtins.objects.type.TypeNodes$IsSameTypeNode"),
                    "executeUncached",
                    MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object)));
  }
}
