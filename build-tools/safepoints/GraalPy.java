package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/** What GraalPy, and what it is made with, call their classes. */
final class GraalPy {
  static final String NODES = "com/oracle/graal/python/nodes/";
  static final String OBJECTS = "com/oracle/graal/python/builtins/objects/";
  static final ClassDesc NODE = ClassDesc.of("com.oracle.truffle.api.nodes.Node");
  static final ClassDesc CONTEXT = ClassDesc.of("com.oracle.graal.python.runtime.PythonContext");
  static final ClassDesc LANGUAGE = ClassDesc.of("com.oracle.graal.python.PythonLanguage");
  static final ClassDesc FACTORY = ClassDesc.of("com.oracle.graal.python.runtime.object.PFactory");
  static final ClassDesc EXCEPTION =
      ClassDesc.of("com.oracle.graal.python.runtime.exception.PException");
  static final ClassDesc TYPES =
      ClassDesc.of("com.oracle.graal.python.builtins.PythonBuiltinClassType");
  static final ClassDesc TEXT = ClassDesc.of("com.oracle.truffle.api.strings.TruffleString");
  static final ClassDesc VOID = ClassDesc.ofDescriptor("V");
  static final MethodTypeDesc NOTHING = MethodTypeDesc.ofDescriptor("()V");

  private GraalPy() {}

  /** A class of runtime-guards: the copies and its jar stand on one class path. */
  static ClassDesc ours(String name) {
    return ClassDesc.of("dev.pyrestrict.runtime." + name);
  }

  /** Calls a static method of a class of runtime-guards. */
  static Consumer<CodeBuilder> call(String name, String method, String descriptor) {
    return code -> code.invokestatic(ours(name), method, MethodTypeDesc.ofDescriptor(descriptor));
  }
}
