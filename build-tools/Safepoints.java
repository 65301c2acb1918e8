import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes copies of GraalPy's jars in which every loop looks whether it should stop, and every
 * operation of Java's that has no end in sight is asked for its size first.
 *
 * <p>A guest is cancelled at Truffle's safepoints. GraalPy has them in its bytecode loop, and the
 * compiler puts them into what it compiles; but {@code sorted(...)}, {@code deque(...)} or {@code
 * str.find(...)} run in loops of plain Java that have none, and a guest inside one of them could
 * not be stopped. Here a call of {@code Safepoint.poll} goes before each jump back to the beginning
 * of a loop. Loops that neither call anything nor hold other loops are left alone: they end soon,
 * as an array does, and the JVM makes the most of them. So are some that every call and every
 * attribute goes through, and that the compiler unrolls: a constant says how often they run.
 *
 * <p>Before operations on big integers and before new arrays goes a call of {@code OperandSizes},
 * which is in runtime-guards: the copies and its jar stand on one class path. Around the execution
 * of a function of Python go calls of {@code RecursionDepth}.
 *
 * <p>Where a new class is ready goes a call of {@code MadeClasses}, and where a thread that
 * compiles begins, one of {@code CompilerStart}; both are in the same jar. Powers of floats ask
 * {@code FloatPowers}, and a list that is made of a list of another class is a list.
 *
 * <p>Arguments: the directory for the copies, the jars, {@code --with} and the class path on which
 * what their classes derive from is found. A copy that is newer than its jar and this program is
 * kept.
 */
final class Safepoints {
  private static final ClassDesc SAFEPOINT = ClassDesc.of("dev.pyrestrict.runtime.Safepoint");

  private static final ClassDesc SIZES = ClassDesc.of("dev.pyrestrict.runtime.OperandSizes");
  private static final String INTEGER = "Ljava/math/BigInteger;";
  private static final String TEXT_OPERAND = "Ljava/lang/String;";
  private static final String CHARACTERS = "Ljava/lang/CharSequence;";

  /** What is called before an instruction; it leaves the stack as it is. */
  private sealed interface Call {
    void put(CodeBuilder code);
  }

  /** Looks whether the guest is to be stopped. */
  private record Poll() implements Call {
    @Override
    public void put(CodeBuilder code) {
      code.invokestatic(SAFEPOINT, "poll", NOTHING);
    }
  }

  /** Asks for the size of an operation: the operands that it looks at are the last ones. */
  private record Check(String method, String operands) implements Call {
    @Override
    public void put(CodeBuilder code) {
      switch (operands) {
        case "I", TEXT_OPERAND, CHARACTERS, "[B", INTEGER -> code.dup();
        default -> code.dup2();
      }
      code.invokestatic(SIZES, method, MethodTypeDesc.ofDescriptor("(" + operands + ")V"));
    }
  }

  /** Shows a class that was just made, which is on the stack, to the guards. */
  private record ShowClass() implements Call {
    @Override
    public void put(CodeBuilder code) {
      code.dup()
          .aload(NODE)
          .invokestatic(CONTEXT, "get", MethodTypeDesc.of(CONTEXT, ClassDesc.of(NODE_CLASS)))
          .invokevirtual(CONTEXT, "getBuiltins", MethodTypeDesc.of(MODULE))
          .invokestatic(MADE_CLASSES, "made", MADE);
    }
  }

  /** Counts what takes memory outside of the heap; it is on the stack. */
  private record CountNative(String method) implements Call {
    @Override
    public void put(CodeBuilder code) {
      code.dup()
          .invokestatic(
              NATIVE_MEMORY, method, MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)V"));
    }
  }

  /** Has a list that is made of a guest's kind of list be a list, as in CPython. */
  private record PlainList() implements Call {
    @Override
    public void put(CodeBuilder code) {
      code.pop().getstatic(TYPES, "PList", TYPES);
    }
  }

  /** Raises for a power that is infinite only because no float is as large. */
  private record CheckPower() implements Call {
    @Override
    public void put(CodeBuilder code) {
      code.dup2()
          .dload(1)
          .dload(3)
          .invokestatic(FLOAT_POWERS, "isTooLarge", MethodTypeDesc.ofDescriptor("(DDD)Z"))
          .ifThen(
              raise ->
                  raise
                      .aconst_null()
                      .getstatic(TYPES, "OverflowError", TYPES)
                      .ldc("Numerical result out of range")
                      .getstatic(ENCODING, "UTF_32", ENCODING)
                      .invokestatic(
                          TEXT, "fromJavaStringUncached", MethodTypeDesc.of(TEXT, STRING, ENCODING))
                      .invokestatic(RAISE, "raiseStatic", RAISES)
                      .athrow());
    }
  }

  /** Has a set's storage, which is on the stack, stand in the order of CPython's sets. */
  private record Arrange(String method) implements Call {
    @Override
    public void put(CodeBuilder code) {
      code.dup().invokevirtual(SetOrder.STORAGE, method, NOTHING);
    }
  }

  /** Lets the guests begin before what compiles them does. */
  private record AwaitGuest() implements Call {
    @Override
    public void put(CodeBuilder code) {
      code.invokestatic(COMPILER_START, "await", NOTHING);
    }
  }

  /** A thread that compiles guests. */
  private static final String COMPILER_THREAD =
      "com/oracle/truffle/runtime/BackgroundCompileQueue$TruffleCompilerThreadFactory$1.class";

  private static final String RUN_THREAD = "run";
  private static final ClassDesc COMPILER_START =
      ClassDesc.of("dev.pyrestrict.runtime.CompilerStart");

  private static final String CLASS_MAKER =
      "com/oracle/graal/python/builtins/objects/type/TypeNodes$AllocateTypeWithMetaclassNode.class";

  private static final String MAKES_CLASS = "typeMetaclass";

  /** The place of that method's parameter. */
  private static final int NODE = 5;

  private static final String NODE_CLASS = "com.oracle.truffle.api.nodes.Node";
  private static final ClassDesc CONTEXT =
      ClassDesc.of("com.oracle.graal.python.runtime.PythonContext");
  private static final ClassDesc MODULE =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.module.PythonModule");
  private static final ClassDesc MADE_CLASSES = ClassDesc.of("dev.pyrestrict.runtime.MadeClasses");
  private static final MethodTypeDesc MADE =
      MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;Ljava/lang/Object;)V");

  private static final ClassDesc NATIVE_MEMORY =
      ClassDesc.of("dev.pyrestrict.runtime.NativeMemory");
  private static final String COMPRESSION = "com/oracle/graal/python/builtins/modules/zlib/";
  private static final String COMPRESSOR = COMPRESSION + "JavaCompress.class";
  private static final String DECOMPRESSOR = COMPRESSION + "JavaDecompress.class";

  /** What has memory outside of the heap. */
  private static final Set<String> NATIVE =
      Set.of(
          "java/util/zip/Deflater",
          "java/util/zip/Inflater",
          COMPRESSION + "JavaDecompress$GZIPDecompressStream");

  private static final String CLASS_OF_NEW_LIST =
      "com/oracle/graal/python/nodes/builtins/ListNodes$GetClassForNewListNode.class";

  private static final String OF_LIST = "doPList";

  private static final String FLOAT_POWER =
      "com/oracle/graal/python/builtins/objects/floats/FloatBuiltins$PowNode.class";

  private static final ClassDesc TYPES =
      ClassDesc.of("com.oracle.graal.python.builtins.PythonBuiltinClassType");
  private static final ClassDesc RAISE = ClassDesc.of("com.oracle.graal.python.nodes.PRaiseNode");
  private static final ClassDesc TEXT =
      ClassDesc.of("com.oracle.truffle.api.strings.TruffleString");
  private static final ClassDesc ENCODING = TEXT.nested("Encoding");
  private static final ClassDesc STRING = ClassDesc.of("java.lang.String");
  private static final MethodTypeDesc RAISES =
      MethodTypeDesc.of(
          ClassDesc.of("com.oracle.graal.python.runtime.exception.PException"),
          ClassDesc.of(NODE_CLASS),
          TYPES,
          TEXT);
  private static final String MATCH = "com/oracle/graal/python/nodes/bytecode/MatchClassNode.class";

  private static final ClassDesc EXCEPTION =
      ClassDesc.of("com.oracle.graal.python.runtime.exception.PException");
  private static final ClassDesc PROFILE =
      ClassDesc.of(
          "com.oracle.graal.python.nodes.object.BuiltinClassProfiles$IsBuiltinObjectProfile");
  private static final ClassDesc VOID = ClassDesc.ofDescriptor("V");
  private static final ClassDesc FLOAT_POWERS = ClassDesc.of("dev.pyrestrict.runtime.FloatPowers");

  private static final Check LENGTH = new Check("checkLength", "I");
  private static final Check WORDS = new Check("checkWords", "I");

  /** What lists of numbers are kept in. */
  private static final Set<TypeKind> WORD_LONG =
      Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.DOUBLE);

  /** The classes of ICU that change characters. */
  private static final String ICU = "org/graalvm/shadowed/com/ibm/icu/";

  /** By class, name and parameters of what is called. */
  private static final Map<String, Check> CHECKS =
      Map.ofEntries(
          Map.entry(
              "java/math/BigInteger.multiply(" + INTEGER + ")",
              new Check("checkProduct", INTEGER + INTEGER)),
          Map.entry("java/math/BigInteger.pow(I)", new Check("checkPower", INTEGER + "I")),
          Map.entry("java/math/BigInteger.shiftLeft(I)", new Check("checkShift", INTEGER + "I")),
          Map.entry(
              "java/math/BigInteger.gcd(" + INTEGER + ")",
              new Check("checkSteps", INTEGER + INTEGER)),
          Map.entry(
              "java/math/BigInteger.modInverse(" + INTEGER + ")",
              new Check("checkModulus", INTEGER)),
          Map.entry("java/math/BigInteger.toString()", new Check("checkText", INTEGER)),
          Map.entry("java/math/BigInteger.toString(I)", new Check("checkText", INTEGER + "I")),
          Map.entry(
              "java/math/BigInteger.modPow(" + INTEGER + INTEGER + ")",
              new Check("checkModularPower", INTEGER + INTEGER)),
          Map.entry(
              "java/math/BigInteger.<init>(Ljava/lang/String;I)",
              new Check("checkDigits", "Ljava/lang/String;I")),
          Map.entry(
              "java/math/BigInteger.<init>(Ljava/lang/String;)",
              new Check("checkDigits", "Ljava/lang/String;")),
          Map.entry(
              "java/math/BigDecimal.<init>(Ljava/lang/String;)",
              new Check("checkDigits", "Ljava/lang/String;")),
          Map.entry("java/math/BigInteger.<init>([B)", new Check("checkBytes", "[B")),
          Map.entry("java/math/BigInteger.<init>(I[B)", new Check("checkBytes", "[B")),
          Map.entry("java/util/Arrays.copyOf([BI)", LENGTH),
          Map.entry("java/util/Arrays.copyOf([II)", WORDS),
          Map.entry("java/util/Arrays.copyOf([JI)", WORDS),
          Map.entry("java/util/Arrays.copyOf([DI)", WORDS),
          Map.entry("java/util/Arrays.copyOf([CI)", LENGTH),
          Map.entry("java/util/Arrays.copyOf([Ljava/lang/Object;I)", WORDS),
          Map.entry("java/util/Arrays.copyOfRange([BII)", new Check("checkRange", "II")),
          Map.entry(
              "java/util/Arrays.copyOfRange([Ljava/lang/Object;II)",
              new Check("checkWordRange", "II")),
          Map.entry("java/nio/ByteBuffer.allocate(I)", LENGTH),
          Map.entry("java/lang/StringBuilder.<init>(I)", LENGTH),
          Map.entry("java/lang/StringBuilder.ensureCapacity(I)", LENGTH),
          Map.entry("java/lang/StringBuilder.setLength(I)", LENGTH),
          Map.entry("java/lang/String.repeat(I)", LENGTH),
          Map.entry(
              ICU + "lang/UCharacter.toLowerCase(Ljava/util/Locale;" + TEXT_OPERAND + ")",
              new Check("checkPass", TEXT_OPERAND)),
          Map.entry(
              ICU + "lang/UCharacter.toUpperCase(Ljava/util/Locale;" + TEXT_OPERAND + ")",
              new Check("checkPass", TEXT_OPERAND)),
          Map.entry(
              ICU + "lang/UCharacter.foldCase(" + TEXT_OPERAND + "Z)",
              new Check("checkPass", TEXT_OPERAND + "Z")),
          Map.entry(
              ICU + "text/Normalizer2.normalize(" + CHARACTERS + ")",
              new Check("checkPass", CHARACTERS)),
          Map.entry(
              ICU + "text/Normalizer2.isNormalized(" + CHARACTERS + ")",
              new Check("checkPass", CHARACTERS)));

  /** What guests' operations are made of. */
  private static final List<String> PACKAGES =
      List.of(
          "com/oracle/graal/python/builtins/",
          "com/oracle/graal/python/lib/",
          "com/oracle/graal/python/nodes/",
          "com/oracle/graal/python/runtime/sequence/",
          "com/oracle/graal/python/runtime/formatting/",
          "com/oracle/graal/python/util/",
          "com/oracle/truffle/regex/",
          "com/oracle/truffle/api/strings/");

  /**
   * Their loops have safepoints of their own, or are those that the compiler puts better code for.
   */
  private static final List<String> LEFT_ALONE =
      List.of(
          "com/oracle/graal/python/nodes/bytecode/",
          "com/oracle/graal/python/nodes/bytecode_dsl/",
          "com/oracle/truffle/api/strings/TStringUnsafe");

  /** Where loops that the compiler unrolls are left alone. */
  private static final List<String> UNROLLED_IN =
      List.of("com/oracle/graal/python/nodes/", "com/oracle/graal/python/builtins/objects/");

  /**
   * Not there: a check of a class that calls itself, which tuples that hold each other twice make
   * endless. {@code isinstance} is such a one, too.
   */
  private static final String SUBCLASS_CHECK =
      "com/oracle/graal/python/nodes/classes/AbstractObjectIsSubclassNode";

  /** A method whose loops the compiler unrolls: they run as often as a constant says. */
  private static final String UNROLLED = "Lcom/oracle/truffle/api/nodes/ExplodeLoop;";

  /**
   * In this class the loops of {@code run...} are those that the compiler knows, over one text
   * each.
   */
  private static final String TEXT_OPERATIONS = "com/oracle/truffle/api/strings/TStringOps.class";

  private static final String TEXT_OPERATION = "run";

  /** What runs a function of Python, and what runs a generator from one yield to the next. */
  private static final Set<String> COUNTED =
      Set.of(
          "com/oracle/graal/python/nodes/bytecode/PBytecodeRootNode.class",
          "com/oracle/graal/python/nodes/bytecode/PBytecodeGeneratorRootNode.class");

  private static final String EXECUTE = "execute";
  private static final String EXECUTE_UNCOUNTED = "executeUncounted";
  private static final MethodTypeDesc EXECUTE_TYPE =
      MethodTypeDesc.ofDescriptor(
          "(Lcom/oracle/truffle/api/frame/VirtualFrame;)Ljava/lang/Object;");
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.ofDescriptor("()V");
  private static final MethodTypeDesc ENTER =
      MethodTypeDesc.ofDescriptor("(Lcom/oracle/truffle/api/nodes/RootNode;)V");
  private static final ClassDesc DEPTH = ClassDesc.of("dev.pyrestrict.runtime.RecursionDepth");
  private static final String DEPTH_FIELD = "recursionDepth";
  private static final String CONTEXT_CLASS = "com/oracle/graal/python/runtime/PythonContext.class";
  private static final String CONTEXT_SUPER_CLASS = "com/oracle/graal/python/builtins/Python3Core";

  /** HotSpot compiles no method that is longer. */
  private static final int LONGEST_COMPILED = 8000;

  private static final int CALL_LENGTH = 4;

  /** By the beginning of a jar's name: the classes of which one method in particular is changed. */
  private static final Map<String, Set<String>> ALTERED =
      Map.of(
          "python-language-",
          union(
              union(
                  COUNTED,
                  Set.of(
                      CONTEXT_CLASS,
                      CLASS_MAKER,
                      CLASS_OF_NEW_LIST,
                      FLOAT_POWER,
                      COMPRESSOR,
                      DECOMPRESSOR)),
              union(
                  union(SetOrder.CLASSES, SetOrder.WALKS.keySet()),
                  union(SetOrder.LESSENED, union(Names.CLASSES, Set.of(MATCH))))),
          "truffle-runtime-",
          Set.of(COMPILER_THREAD));

  private final ClassFile classFile;
  private int changed;

  /** Those of {@link #ALTERED} that were found. */
  private final Set<String> altered = new HashSet<>();

  private Safepoints(ClassHierarchyResolver hierarchy) {
    classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  public static void main(String... arguments) throws IOException {
    List<String> all = List.of(arguments);
    Path directory = Path.of(all.getFirst());
    int with = all.indexOf("--with");
    List<Path> jars = all.subList(1, with).stream().map(Path::of).toList();
    List<URL> known = new ArrayList<>();
    for (String jar : all.get(with + 1).split(File.pathSeparator)) {
      known.add(Path.of(jar).toUri().toURL());
    }
    Files.createDirectories(directory);
    try (URLClassLoader loader =
        new URLClassLoader(known.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      ClassHierarchyResolver hierarchy =
          ClassHierarchyResolver.defaultResolver()
              .orElse(ClassHierarchyResolver.ofResourceParsing(loader))
              .cached();
      for (Path jar : jars) {
        Path copy = directory.resolve(jar.getFileName());
        if (!isFresh(copy, jar)) {
          new Safepoints(hierarchy).copy(jar, copy);
        }
      }
    }
  }

  private static boolean isFresh(Path copy, Path jar) throws IOException {
    Path program = Path.of("build-tools", "Safepoints.java");
    return Files.exists(copy)
        && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(jar)) > 0
        && (!Files.exists(program)
            || Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(program)) > 0);
  }

  private void copy(Path jar, Path copy) throws IOException {
    Path unfinished = copy.resolveSibling(copy.getFileName() + ".part");
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished));
        JarOutputStream to = new JarOutputStream(file)) {
      to.setLevel(0);
      for (JarEntry entry : Collections.list(from.entries())) {
        JarEntry made = new JarEntry(entry.getName());
        made.setTime(entry.getTime());
        to.putNextEntry(made);
        try (InputStream content = from.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          to.write(isWanted(entry.getName()) ? changed(bytes, entry.getName()) : bytes);
        }
        to.closeEntry();
      }
    }
    if (changed == 0) {
      throw new IllegalStateException(
          "no loop found in " + jar + ": are its packages named otherwise now?");
    }
    ALTERED.forEach(
        (beginning, classes) -> {
          if (copy.getFileName().toString().startsWith(beginning)
              && !altered.containsAll(classes)) {
            throw new IllegalStateException(
                jar + " should have all of " + classes + ", has " + altered);
          }
        });
    Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isWanted(String name) {
    return name.equals(COMPILER_THREAD)
        || name.equals(CONTEXT_CLASS)
        || name.endsWith(".class") && PACKAGES.stream().anyMatch(name::startsWith);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  private static boolean isOperationOnText(MethodModel method, String name) {
    return name.equals(TEXT_OPERATIONS)
        && method.methodName().stringValue().startsWith(TEXT_OPERATION);
  }

  private static boolean isLeftAlone(MethodModel method, String name) {
    return LEFT_ALONE.stream().anyMatch(name::startsWith)
        || UNROLLED_IN.stream().anyMatch(name::startsWith)
            && !name.startsWith(SUBCLASS_CHECK)
            && isUnrolled(method);
  }

  private static boolean isUnrolled(MethodModel method) {
    return method
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .filter(
            present ->
                present.annotations().stream()
                    .anyMatch(annotation -> annotation.className().equalsString(UNROLLED)))
        .isPresent();
  }

  private byte[] changed(byte[] bytes, String name) {
    if (name.equals(CONTEXT_CLASS)) {
      return withCount(bytes);
    }
    byte[] safe = withSafepoints(bytes, name);
    if (SetOrder.CLASSES.contains(name)) {
      altered.add(name);
      return SetOrder.changed(classFile, safe, name);
    }
    if (SetOrder.LESSENED.contains(name)) {
      altered.add(name);
      return SetOrder.keeping(classFile, safe);
    }
    if (Names.CLASSES.contains(name)) {
      altered.add(name);
      return Names.changed(classFile, safe, name);
    }
    if (name.equals(MATCH)) {
      altered.add(name);
      return withCaughtMatch(safe);
    }
    return COUNTED.contains(name) ? withDepth(safe, name) : safe;
  }

  /** An attribute that is not there is no match, as in CPython, and no error. */
  private byte[] withCaughtMatch(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    return classFile.transformClass(
        model,
        (classBuilder, element) -> {
          if (element instanceof MethodModel method && method.methodName().equalsString("match")) {
            MethodTypeDesc type = method.methodTypeSymbol();
            classBuilder.withMethod("matchUncaught", type, ClassFile.ACC_PRIVATE, method::forEach);
            classBuilder.withMethodBody(
                "match", type, 0, code -> callCaught(code, model.thisClass().asSymbol(), type));
          } else {
            classBuilder.with(element);
          }
        });
  }

  private static void callCaught(CodeBuilder code, ClassDesc owner, MethodTypeDesc type) {
    int profile = 1 + type.parameterList().indexOf(PROFILE);
    int node = 1 + type.parameterList().indexOf(ClassDesc.of(NODE_CLASS));
    code.trying(
        body -> {
          body.aload(0);
          for (int i = 0; i < type.parameterCount(); i++) {
            body.loadLocal(TypeKind.from(type.parameterType(i)), i + 1);
          }
          body.invokevirtual(owner, "matchUncaught", type).areturn();
        },
        handlers ->
            handlers.catching(
                EXCEPTION,
                handler ->
                    handler
                        .aload(node)
                        .aload(profile)
                        .invokevirtual(
                            EXCEPTION,
                            "expectAttributeError",
                            MethodTypeDesc.of(VOID, ClassDesc.of(NODE_CLASS), PROFILE))
                        .aconst_null()
                        .areturn()));
  }

  /** Coroutines and asynchronous generators get the names that generators have. */
  private static final class Names {
    private static final String OBJECTS = "com/oracle/graal/python/builtins/objects/";
    private static final String FACTORY_CLASS =
        OBJECTS + "generator/GeneratorBuiltinsFactory.class";
    static final Set<String> CLASSES =
        Set.of(
            FACTORY_CLASS,
            OBJECTS + "generator/CoroutineBuiltins.class",
            OBJECTS + "asyncio/AsyncGeneratorBuiltins.class");

    private static final ClassDesc FACTORY =
        ClassDesc.of("com.oracle.graal.python.builtins.objects.generator.GeneratorBuiltinsFactory");
    private static final ClassDesc NODE_FACTORY =
        ClassDesc.of("com.oracle.truffle.api.dsl.NodeFactory");
    private static final ClassDesc LIST = ClassDesc.of("java.util.List");
    private static final ClassDesc COLLECTION = ClassDesc.of("java.util.Collection");
    private static final ClassDesc ARRAY_LIST = ClassDesc.of("java.util.ArrayList");
    private static final MethodTypeDesc WITH_NAMES = MethodTypeDesc.of(LIST, LIST);

    private Names() {}

    static byte[] changed(ClassFile classFile, byte[] bytes, String name) {
      ClassModel model = classFile.parse(bytes);
      if (name.equals(FACTORY_CLASS)) {
        return classFile.transformClass(
            model,
            ClassTransform.endHandler(
                made ->
                    made.withMethodBody(
                        "withNames",
                        WITH_NAMES,
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        Names::withNames)));
      }
      return classFile.transformClass(
          model,
          ClassTransform.transformingMethodBodies(
              method -> method.methodName().equalsString("getNodeFactories"),
              (code, element) -> {
                if (element instanceof ReturnInstruction) {
                  code.invokestatic(FACTORY, "withNames", WITH_NAMES);
                }
                code.with(element);
              }));
    }

    private static void withNames(CodeBuilder code) {
      code.new_(ARRAY_LIST)
          .dup()
          .aload(0)
          .invokespecial(ARRAY_LIST, "<init>", MethodTypeDesc.of(VOID, COLLECTION))
          .astore(1);
      for (String node : List.of("NameNodeFactory", "QualnameNodeFactory")) {
        code.aload(1)
            .invokestatic(FACTORY.nested(node), "getInstance", MethodTypeDesc.of(NODE_FACTORY))
            .invokevirtual(ARRAY_LIST, "add", MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)Z"))
            .pop();
      }
      code.aload(1).areturn();
    }
  }

  /**
   * What GraalPy's maps are given so that sets can be arranged: each keeps what is known of the
   * table that CPython would have.
   */
  private static final class SetOrder {
    private static final String OBJECTS = "com/oracle/graal/python/builtins/objects/";
    private static final String MAP_CLASS = OBJECTS + "common/ObjectHashMap.class";
    private static final String MAP_STORAGE_CLASS = OBJECTS + "common/EconomicMapStorage.class";
    private static final String STORAGE_CLASS = OBJECTS + "common/HashingStorage.class";
    private static final String ADD_ALL_CLASS =
        OBJECTS + "common/HashingStorageNodes$HashingStorageAddAllToOther.class";
    static final Set<String> CLASSES =
        Set.of(MAP_CLASS, MAP_STORAGE_CLASS, STORAGE_CLASS, ADD_ALL_CLASS);

    private static final String ARRANGE = "arrangeAsSet";
    private static final String ARRANGE_FOR_POP = "arrangeForPop";
    private static final String MERGE = "mergeAsSet";

    /** The classes where a set is walked through, and what is done to its storage there. */
    static final Map<String, String> WALKS =
        Map.of(
            OBJECTS + "set/BaseSetBuiltins$BaseIterNode.class",
            ARRANGE,
            OBJECTS + "set/BaseSetBuiltins$BaseReprNode.class",
            ARRANGE,
            OBJECTS + "set/SetBuiltins$PopNode.class",
            ARRANGE_FOR_POP,
            "com/oracle/graal/python/nodes/argument/positional/ExecutePositionalStarargsNode.class",
            ARRANGE);

    /** Where a set gets a new storage for having lost some of what it holds. */
    static final Set<String> LESSENED =
        Set.of(
            OBJECTS + "set/SetBuiltins$ISubNode.class",
            OBJECTS + "set/SetBuiltins$DifferenceUpdateNode.class");

    private static final String KEEP = "keepSetTable";
    private static final ClassDesc SET =
        ClassDesc.of("com.oracle.graal.python.builtins.objects.set.PSet");
    private static final String PACKAGE = "com.oracle.graal.python.builtins.objects.common.";
    private static final ClassDesc MAP = ClassDesc.of(PACKAGE + "ObjectHashMap");
    private static final ClassDesc MAP_STORAGE = ClassDesc.of(PACKAGE + "EconomicMapStorage");
    static final ClassDesc STORAGE = ClassDesc.of(PACKAGE + "HashingStorage");
    private static final ClassDesc TABLE = ClassDesc.of("dev.pyrestrict.runtime.SetTable");
    private static final MethodTypeDesc MERGES =
        MethodTypeDesc.ofDescriptor("(" + STORAGE.descriptorString() + ")V");
    private static final ClassDesc INTS = ClassDesc.ofDescriptor("[I");
    private static final ClassDesc LONGS = ClassDesc.ofDescriptor("[J");
    private static final ClassDesc OBJECT_ARRAY = ClassDesc.ofDescriptor("[Ljava/lang/Object;");
    private static final ClassDesc INT = ClassDesc.ofDescriptor("I");
    private static final ClassDesc BOOLEAN = ClassDesc.ofDescriptor("Z");
    private static final String KEPT = "setTable";

    private SetOrder() {}

    /** Reports whether it is a set's storage that is got. */
    static boolean isStorage(CodeElement element) {
      return element instanceof InvokeInstruction invoked
          && invoked.owner().asInternalName().endsWith("Set")
          && invoked.name().equalsString("getDictStorage");
    }

    static byte[] changed(ClassFile classFile, byte[] bytes, String name) {
      ClassModel model = classFile.parse(bytes);
      return switch (name) {
        case MAP_CLASS -> map(classFile, model);
        case MAP_STORAGE_CLASS -> mapStorage(classFile, model);
        case STORAGE_CLASS -> storage(classFile, model);
        default -> addAll(classFile, model);
      };
    }

    /** A set that loses some of what it holds keeps its table. */
    static byte[] keeping(ClassFile classFile, byte[] bytes) {
      return classFile.transformClass(
          classFile.parse(bytes),
          ClassTransform.transformingMethodBodies(
              (code, element) -> {
                if (element instanceof InvokeInstruction invoked
                    && invoked.name().equalsString("setDictStorage")) {
                  code.dup2()
                      .swap()
                      .invokevirtual(SET, "getDictStorage", MethodTypeDesc.of(STORAGE))
                      .invokevirtual(STORAGE, KEEP, MERGES);
                }
                code.with(element);
              }));
    }

    private static byte[] map(ClassFile classFile, ClassModel model) {
      return classFile.transformClass(
          model,
          ((ClassTransform)
                  (made, element) -> {
                    if (element instanceof MethodModel method
                        && method.methodName().equalsString("copy")) {
                      made.transformMethod(
                          method, MethodTransform.transformingCode(beforeReturn(SetOrder::copied)));
                    } else if (element instanceof MethodModel method
                        && method.methodName().equalsString("clear")) {
                      made.transformMethod(
                          method,
                          MethodTransform.transformingCode(beforeReturn(SetOrder::cleared)));
                    } else {
                      made.with(element);
                    }
                  })
              .andThen(
                  ClassTransform.endHandler(
                      made -> {
                        made.withField(KEPT, TABLE, 0);
                        made.withMethodBody(
                            ARRANGE, NOTHING, 0, code -> arrange(code, "arranged", true));
                        made.withMethodBody(
                            ARRANGE_FOR_POP,
                            NOTHING,
                            0,
                            code -> arrange(code, "arrangedForPop", false));
                      })));
    }

    private static CodeTransform beforeReturn(Consumer<CodeBuilder> put) {
      return (code, element) -> {
        if (element instanceof ReturnInstruction) {
          put.accept(code);
        }
        code.with(element);
      };
    }

    private static void copied(CodeBuilder code) {
      code.dup()
          .aload(0)
          .getfield(MAP, "size", INT)
          .invokestatic(TABLE, "copied", MethodTypeDesc.of(TABLE, INT))
          .putfield(MAP, KEPT, TABLE);
    }

    private static void cleared(CodeBuilder code) {
      code.aload(0).aconst_null().putfield(MAP, KEPT, TABLE);
    }

    private static final Map<String, ClassDesc> FIELDS =
        Map.of(
            KEPT,
            TABLE,
            "indices",
            INTS,
            "hashes",
            LONGS,
            "keysAndValues",
            OBJECT_ARRAY,
            "usedHashes",
            INT,
            "size",
            INT);

    /** Puts fields of the map in a local variable on the stack. */
    private static CodeBuilder load(CodeBuilder code, int map, String... fields) {
      for (String field : fields) {
        code.aload(map).getfield(MAP, field, FIELDS.get(field));
      }
      return code;
    }

    private static void arrange(CodeBuilder code, String method, boolean once) {
      if (once) {
        load(code, 0, KEPT, "usedHashes", "size")
            .invokestatic(TABLE, "isArranged", MethodTypeDesc.of(BOOLEAN, TABLE, INT, INT))
            .ifThen(CodeBuilder::return_);
      }
      load(code, 0, KEPT, "indices", "hashes", "keysAndValues", "usedHashes", "size")
          .invokestatic(
              TABLE, method, MethodTypeDesc.of(TABLE, TABLE, INTS, LONGS, OBJECT_ARRAY, INT, INT))
          .astore(1)
          .aload(1)
          .invokevirtual(TABLE, "isChanged", MethodTypeDesc.of(BOOLEAN))
          .ifThen(
              changed ->
                  changed
                      .aload(0)
                      .aload(1)
                      .invokevirtual(TABLE, "indices", MethodTypeDesc.of(INTS))
                      .putfield(MAP, "indices", INTS)
                      .aload(0)
                      .aload(1)
                      .invokevirtual(TABLE, "hashes", MethodTypeDesc.of(LONGS))
                      .putfield(MAP, "hashes", LONGS)
                      .aload(0)
                      .aload(1)
                      .invokevirtual(TABLE, "keysAndValues", MethodTypeDesc.of(OBJECT_ARRAY))
                      .putfield(MAP, "keysAndValues", OBJECT_ARRAY))
          .aload(0)
          .aload(1)
          .invokevirtual(TABLE, "settled", MethodTypeDesc.of(TABLE))
          .putfield(MAP, KEPT, TABLE)
          .return_();
    }

    private static byte[] mapStorage(ClassFile classFile, ClassModel model) {
      return classFile.transformClass(
          model,
          ClassTransform.endHandler(
              made -> {
                for (String method : List.of(ARRANGE, ARRANGE_FOR_POP)) {
                  made.withMethodBody(
                      method,
                      NOTHING,
                      ClassFile.ACC_PUBLIC,
                      code ->
                          code.aload(0)
                              .getfield(MAP_STORAGE, "map", MAP)
                              .invokevirtual(MAP, method, NOTHING)
                              .return_());
                }
                made.withMethodBody(MERGE, MERGES, ClassFile.ACC_PUBLIC, SetOrder::merge);
                made.withMethodBody(KEEP, MERGES, ClassFile.ACC_PUBLIC, SetOrder::keep);
              }));
    }

    /** Notes that another map is to be put into this one. */
    private static void merge(CodeBuilder code) {
      code.aload(1)
          .instanceOf(MAP_STORAGE)
          .ifThen(
              known ->
                  known
                      .aload(0)
                      .getfield(MAP_STORAGE, "map", MAP)
                      .dup()
                      .getfield(MAP, KEPT, TABLE)
                      .aload(0)
                      .getfield(MAP_STORAGE, "map", MAP)
                      .getfield(MAP, "usedHashes", INT)
                      .aload(1)
                      .checkcast(MAP_STORAGE)
                      .getfield(MAP_STORAGE, "map", MAP)
                      .getfield(MAP, "size", INT)
                      .invokestatic(TABLE, "merging", MethodTypeDesc.of(TABLE, TABLE, INT, INT))
                      .putfield(MAP, KEPT, TABLE))
          .return_();
    }

    private static void keep(CodeBuilder code) {
      code.aload(1)
          .instanceOf(MAP_STORAGE)
          .ifThen(
              known -> {
                known.aload(0).getfield(MAP_STORAGE, "map", MAP);
                known.aload(1).checkcast(MAP_STORAGE).getfield(MAP_STORAGE, "map", MAP).astore(2);
                load(known, 2, KEPT, "hashes", "keysAndValues", "usedHashes", "size")
                    .invokestatic(
                        TABLE,
                        "lessened",
                        MethodTypeDesc.of(TABLE, TABLE, LONGS, OBJECT_ARRAY, INT, INT))
                    .putfield(MAP, KEPT, TABLE);
              })
          .return_();
    }

    private static byte[] storage(ClassFile classFile, ClassModel model) {
      return classFile.transformClass(
          model,
          ClassTransform.endHandler(
              made -> {
                for (String method : List.of(ARRANGE, ARRANGE_FOR_POP)) {
                  made.withMethodBody(method, NOTHING, ClassFile.ACC_PUBLIC, CodeBuilder::return_);
                }
                made.withMethodBody(MERGE, MERGES, ClassFile.ACC_PUBLIC, CodeBuilder::return_);
                made.withMethodBody(KEEP, MERGES, ClassFile.ACC_PUBLIC, CodeBuilder::return_);
              }));
    }

    private static byte[] addAll(ClassFile classFile, ClassModel model) {
      return classFile.transformClass(
          model,
          ClassTransform.transformingMethodBodies(
              method -> method.methodName().equalsString("doIt"),
              CodeTransform.ofStateful(
                  () -> {
                    boolean[] begun = {false};
                    return (code, element) -> {
                      if (!begun[0]) {
                        begun[0] = true;
                        code.aload(3).aload(2).invokevirtual(STORAGE, MERGE, MERGES);
                      }
                      code.with(element);
                    };
                  })));
    }
  }

  /** Counts the calls of a method: how many have begun and not ended. */
  private byte[] withDepth(byte[] bytes, String name) {
    ClassModel model = classFile.parse(bytes);
    return classFile.transformClass(
        model,
        (classBuilder, element) -> {
          if (element instanceof MethodModel method
              && method.methodName().equalsString(EXECUTE)
              && method.methodTypeSymbol().equals(EXECUTE_TYPE)) {
            altered.add(name);
            classBuilder.withMethod(
                EXECUTE_UNCOUNTED, EXECUTE_TYPE, ClassFile.ACC_PRIVATE, method::forEach);
            classBuilder.withMethodBody(
                EXECUTE,
                EXECUTE_TYPE,
                ClassFile.ACC_PUBLIC,
                code -> callCounted(code, model.thisClass().asSymbol()));
          } else {
            classBuilder.with(element);
          }
        });
  }

  private static void callCounted(CodeBuilder code, ClassDesc owner) {
    int depth = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(0)
        .invokestatic(CONTEXT, "get", MethodTypeDesc.of(CONTEXT, ClassDesc.of(NODE_CLASS)))
        .getfield(CONTEXT, DEPTH_FIELD, DEPTH)
        .dup()
        .astore(depth)
        .aload(0)
        .invokevirtual(DEPTH, "enter", ENTER)
        .trying(
            body ->
                body.aload(0)
                    .aload(1)
                    .invokevirtual(owner, EXECUTE_UNCOUNTED, EXECUTE_TYPE)
                    .aload(depth)
                    .invokevirtual(DEPTH, "leave", NOTHING)
                    .areturn(),
            handlers ->
                handlers.catchingAll(
                    handler ->
                        handler.aload(depth).invokevirtual(DEPTH, "leave", NOTHING).athrow()));
  }

  /** Gives each context a count of calls, made with it. */
  private byte[] withCount(byte[] bytes) {
    return classFile.transformClass(
        classFile.parse(bytes),
        ClassTransform.endHandler(
                end ->
                    end.withField(DEPTH_FIELD, DEPTH, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL))
            .andThen(
                ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString("<init>"), new CountMade())));
  }

  /** Puts a new count into the field right after the constructor of the superclass. */
  private final class CountMade implements CodeTransform {
    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
      if (element instanceof InvokeInstruction call && isSuperConstructor(call)) {
        altered.add(CONTEXT_CLASS);
        code.aload(0)
            .new_(DEPTH)
            .dup()
            .invokespecial(DEPTH, "<init>", NOTHING)
            .putfield(CONTEXT, DEPTH_FIELD, DEPTH);
      }
    }

    private static boolean isSuperConstructor(InvokeInstruction call) {
      return call.name().equalsString("<init>")
          && call.owner().asInternalName().equals(CONTEXT_SUPER_CLASS);
    }
  }

  private byte[] withSafepoints(byte[] bytes, String name) {
    ClassModel model = classFile.parse(bytes);
    Map<MethodModel, Map<Integer, Call>> calls = new HashMap<>();
    boolean makesClasses = name.equals(CLASS_MAKER);
    boolean compiles = name.equals(COMPILER_THREAD);
    for (MethodModel method : model.methods()) {
      method
          .code()
          .map(
              code -> {
                boolean inLoops = !isLeftAlone(method, name) && !isOperationOnText(method, name);
                Map<Integer, Call> found = new HashMap<>(calls(code, inLoops));
                if (makesClasses && method.methodName().equalsString(MAKES_CLASS)) {
                  altered.add(name);
                  found.putAll(before(code, ReturnInstruction.class::isInstance, new ShowClass()));
                }
                if (name.equals(CLASS_OF_NEW_LIST) && method.methodName().equalsString(OF_LIST)) {
                  altered.add(name);
                  found.putAll(before(code, ReturnInstruction.class::isInstance, new PlainList()));
                }
                if (name.equals(FLOAT_POWER)) {
                  Map<Integer, Call> powers = after(code, Safepoints::isPower, new CheckPower());
                  if (!powers.isEmpty()) {
                    altered.add(name);
                  }
                  found.putAll(powers);
                }
                if (name.equals(COMPRESSOR) || name.equals(DECOMPRESSOR)) {
                  Map<Integer, Call> made =
                      after(code, e -> isCallOfNative(e, "<init>"), new CountNative("took"));
                  if (!made.isEmpty()) {
                    altered.add(name);
                  }
                  found.putAll(made);
                  found.putAll(
                      before(code, e -> isCallOfNative(e, "end"), new CountNative("gaveBack")));
                }
                if (SetOrder.WALKS.containsKey(name)) {
                  Map<Integer, Call> walks =
                      after(code, SetOrder::isStorage, new Arrange(SetOrder.WALKS.get(name)));
                  if (!walks.isEmpty()) {
                    altered.add(name);
                  }
                  found.putAll(walks);
                }
                if (compiles && method.methodName().equalsString(RUN_THREAD)) {
                  altered.add(name);
                  found.put(0, new AwaitGuest());
                }
                return found;
              })
          .filter(found -> !found.isEmpty())
          .ifPresent(found -> calls.put(method, found));
    }
    if (calls.isEmpty()) {
      return bytes;
    }
    changed++;
    return classFile.transformClass(
        model,
        (classBuilder, element) -> {
          if (element instanceof MethodModel method && calls.containsKey(method)) {
            classBuilder.transformMethod(
                method, MethodTransform.transformingCode(put(calls.get(method))));
          } else {
            classBuilder.with(element);
          }
        });
  }

  private static CodeTransform put(Map<Integer, Call> calls) {
    return CodeTransform.ofStateful(
        () -> {
          int[] place = {0};
          return (code, element) -> {
            Call call = calls.get(place[0]++);
            if (call != null) {
              call.put(code);
            }
            code.with(element);
          };
        });
  }

  /** Returns what is to be called before which elements of the code. */
  private static Map<Integer, Call> calls(CodeModel code, boolean inLoops) {
    List<CodeElement> elements = code.elementList();
    Map<Integer, Call> calls = new HashMap<>();
    Instruction previous = null;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Instruction instruction) {
        Check check = check(instruction);
        // An array written out in the source has a constant for a length.
        if (check != null
            && !((check == LENGTH || check == WORDS) && previous instanceof ConstantInstruction)) {
          calls.put(i, check);
        }
        previous = instruction;
      }
    }
    if (inLoops) {
      jumpsBack(elements).forEach(jump -> calls.put(jump, new Poll()));
    }
    int length = ((CodeAttribute) code).codeLength();
    boolean growsTooLong =
        length <= LONGEST_COMPILED && length + CALL_LENGTH * calls.size() > LONGEST_COMPILED;
    return growsTooLong ? Map.of() : calls;
  }

  private static Map<Integer, Call> before(
      CodeModel code, Predicate<CodeElement> wanted, Call call) {
    List<CodeElement> elements = code.elementList();
    return IntStream.range(0, elements.size())
        .filter(i -> wanted.test(elements.get(i)))
        .boxed()
        .collect(Collectors.toMap(i -> i, i -> call));
  }

  private static Map<Integer, Call> after(
      CodeModel code, Predicate<CodeElement> wanted, Call call) {
    Map<Integer, Call> calls = new HashMap<>();
    before(code, wanted, call).forEach((place, it) -> calls.put(place + 1, it));
    return calls;
  }

  private static boolean isPower(CodeElement element) {
    return element instanceof InvokeInstruction invoked
        && invoked.owner().asInternalName().equals("java/lang/Math")
        && invoked.name().equalsString("pow");
  }

  private static boolean isCallOfNative(CodeElement element, String method) {
    return element instanceof InvokeInstruction invoked
        && NATIVE.contains(invoked.owner().asInternalName())
        && invoked.name().equalsString(method);
  }

  private static Check check(Instruction instruction) {
    return switch (instruction) {
      case NewPrimitiveArrayInstruction array ->
          WORD_LONG.contains(array.typeKind()) ? WORDS : LENGTH;
      case NewReferenceArrayInstruction array -> WORDS;
      case InvokeInstruction call -> {
        String descriptor = call.type().stringValue();
        String parameters = descriptor.substring(0, descriptor.indexOf(')') + 1);
        yield CHECKS.get(
            call.owner().asInternalName() + "." + call.name().stringValue() + parameters);
      }
      default -> null;
    };
  }

  /** Returns the places of the jumps to the beginning of loops that may take long. */
  private static Set<Integer> jumpsBack(List<CodeElement> elements) {
    Map<Label, Integer> places = new HashMap<>();
    Map<Integer, Integer> loops = new HashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case LabelTarget target -> places.put(target.label(), i);
        case BranchInstruction jump when places.containsKey(jump.target()) ->
            loops.put(i, places.get(jump.target()));
        default -> {}
      }
    }
    return loops.entrySet().stream()
        .filter(
            loop ->
                mayBeLong(
                    elements.subList(loop.getValue(), loop.getKey()),
                    loop.getValue(),
                    loops.keySet()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Reports whether a loop calls something or holds another loop. */
  private static boolean mayBeLong(List<CodeElement> body, int start, Set<Integer> jumpsBack) {
    for (int i = 0; i < body.size(); i++) {
      if (jumpsBack.contains(start + i)
          || body.get(i) instanceof InvokeInstruction
          || body.get(i) instanceof InvokeDynamicInstruction) {
        return true;
      }
    }
    return false;
  }
}
