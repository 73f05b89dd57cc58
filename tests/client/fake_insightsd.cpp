// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// insightsd as the program sees it from outside: `serve --data DIR --listen unix:SOCKET ...`. The file DIR/behaviour
// says how it behaves: "fail" ends with words on stderr, "hang" never gets ready, "slow" gets ready after a second and
// a half, "silent" ends without a word; otherwise it is ready at once. Each start leaves a line in DIR/starts. Questions
// wait until they are cancelled. It ends by itself after a minute.
#include "tests/client/test_server.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <thread>

namespace {

std::string argumentAfter(const std::string &name, int count, char **arguments)
{
    for (int i = 1; i + 1 < count; ++i) {
        if (arguments[i] == name)
            return arguments[i + 1];
    }
    return {};
}

void noteStart(const std::string &directory, int count, char **arguments)
{
    std::ofstream starts(directory + "/starts", std::ios::app);
    starts << getpid();
    for (int i = 1; i < count; ++i)
        starts << ' ' << arguments[i];
    starts << '\n';
}

} // namespace

int main(int count, char **arguments)
{
    using namespace std::chrono_literals;
    alarm(60);
    const std::string directory = argumentAfter("--data", count, arguments);
    const std::string socket = argumentAfter("--listen", count, arguments).substr(5);

    const int lock = open((directory + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        std::cerr << "The data folder cannot be used: another process has it open." << std::endl;
        return 1;
    }
    noteStart(directory, count, arguments);

    std::string behaviour;
    std::ifstream(directory + "/behaviour") >> behaviour;
    if (behaviour == "fail") {
        std::cerr << "The engine's library is missing." << std::endl;
        return 1;
    }
    if (behaviour == "silent")
        return 1;
    if (behaviour == "hang") {
        std::cerr << "Still reading." << std::endl;
        pause();
    }
    if (behaviour == "slow")
        std::this_thread::sleep_for(1500ms);

    TestServer *self = nullptr;
    TestServer server(socket, {[&](auto &context, auto &, auto &) { return self->waitForCancel(context); }});
    self = &server;
    std::cout << "READY " << server.address() << std::endl;
    pause();
}
