#include "support/TestGroup.h"

#include <cstdio>
#include <map>
#include <string>

namespace nodescope::test {

namespace {

std::map<std::string, TestRun> &tests()
{
    static std::map<std::string, TestRun> all;
    return all;
}

} // namespace

bool enterTest(const char *name, TestRun run)
{
    return tests().emplace(name, run).second;
}

} // namespace nodescope::test

int main(int argc, char **argv)
{
    const auto &all = nodescope::test::tests();
    const auto chosen = argc > 1 ? all.find(argv[1]) : all.end();
    if (chosen == all.end()) {
        std::fprintf(stderr, "usage: %s TEST [ARGUMENTS OF QtTest]\n", argv[0]);
        for (const auto &[name, run] : all)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0]; // the test sees what it would see as a program
    return chosen->second(argc - 1, argv + 1);
}
