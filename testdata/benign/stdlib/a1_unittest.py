import unittest
import sys


def add(a, b):
    return a + b


class TestAdd(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")

    def setUp(self):
        self.x = 1

    def test_ok(self):
        self.assertEqual(add(1, 2), 3)
        with self.assertRaises(TypeError) as cm:
            add(1, "2")
        self.assertIn("unsupported", str(cm.exception))
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            int("x")

    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    def test_error(self):
        raise KeyError("k")

    @unittest.skip("later")
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_xf(self):
        self.assertTrue(False)

    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)

    def test_dict(self):
        self.assertDictEqual({"a": 1}, {"a": 2}, "with message")

    def test_text(self):
        self.assertEqual("one\ntwo\n", "one\nthree\n")

    def test_more(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertRegex("abc", "b")
        self.assertIsInstance(1, int)
        self.assertGreater(2, 1)
        self.assertIsNone(None)
        with self.assertLogs("x", level="INFO") as logs:
            import logging
            logging.getLogger("x").info("hi")
        self.assertEqual(logs.output, ["INFO:x:hi"])


class AsyncT(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.v = 4

    async def test_a(self):
        import asyncio
        await asyncio.sleep(0)
        self.assertEqual(self.v, 4)


if __name__ == "__main__":
    import io, re
    out = io.StringIO()
    suite = unittest.TestLoader().loadTestsFromTestCase(TestAdd)
    r = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
    t = re.sub(r"in \d\.\d+s", "in Xs", out.getvalue())
    t = re.sub(r'File ".*?"', 'File "F"', t)
    t = re.sub(r'  File "F".*\n(    .*\n)+', '', t)
    print(t)
    print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful())
    unittest.main()
