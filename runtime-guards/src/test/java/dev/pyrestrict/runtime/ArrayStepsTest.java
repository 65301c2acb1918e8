package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Arrays that are filled and searched in steps hold, and are found to hold, what they do at once.
 */
final class ArrayStepsTest {
  private static final int STEP = 1 << 20;

  @Test
  void arraysAreFilledWholly() {
    for (int length : new int[] {0, 1, STEP - 1, STEP, STEP + 1, 2 * STEP}) {
      byte[] bytes = new byte[length];
      ArraySteps.fill(bytes, (byte) 1);
      byte[] expectedBytes = new byte[length];
      Arrays.fill(expectedBytes, (byte) 1);
      assertThat(Arrays.equals(bytes, expectedBytes)).isTrue();
      Object[] objects = new Object[length];
      ArraySteps.fill(objects, "one");
      assertThat(Arrays.stream(objects).allMatch("one"::equals)).isTrue();
    }
  }

  @Test
  void onlyThePartIsFilled() {
    byte[] bytes = new byte[2 * STEP];
    ArraySteps.fill(bytes, 3, 2 * STEP - 3, (byte) 1);
    byte[] expected = new byte[2 * STEP];
    Arrays.fill(expected, 3, 2 * STEP - 3, (byte) 1);
    assertThat(Arrays.equals(bytes, expected)).isTrue();
  }

  @Test
  void whatIsFoundIsTheFirstOrTheLast() {
    for (int place : new int[] {0, 1, STEP - 1, STEP, STEP + 1, 3 * STEP - 1}) {
      byte[] bytes = new byte[3 * STEP];
      bytes[place] = 1;
      assertThat(ArraySteps.find(bytes, (byte) 1, 0, bytes.length)).isEqualTo(place);
      assertThat(ArraySteps.findReverse(bytes, (byte) 1, 0, bytes.length)).isEqualTo(place);
      assertThat(ArraySteps.find(bytes, (byte) 1, place + 1, bytes.length)).isEqualTo(-1);
      assertThat(ArraySteps.findReverse(bytes, (byte) 1, 0, place)).isEqualTo(-1);
      assertThat(ArraySteps.find(bytes, (byte) 1, 2, 1)).isEqualTo(-1);
      assertThat(ArraySteps.findReverse(bytes, (byte) 1, 2, 1)).isEqualTo(-1);
    }
  }
}
