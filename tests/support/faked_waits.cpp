// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loaded into programs before libfaketime, which knows nothing of futexes: a wait for a moment of the wall clock, as
// Abseil's and so all of gRPC's, ends when the faked clock has come to it. As under a clock that is set, a wait gets
// longer when the clock goes back, and ends when it goes ahead. The engine, libchdb, asks the kernel for the time past
// libfaketime: its waits are the kernel's too.
#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <ctime>

#include <dlfcn.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/syscall.h>

namespace {

using Syscall = long (*)(long, ...);

constexpr std::int64_t lookInterval = 20'000'000; // ns

std::int64_t nanoseconds(const timespec &time)
{
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

std::int64_t nanosecondsOf(clockid_t clock)
{
    timespec now = {};
    clock_gettime(clock, &now); // libfaketime's
    return nanoseconds(now);
}

long waitUntil(Syscall kernel, const long *arguments, std::int64_t moment)
{
    const long operation = arguments[1] & ~long(FUTEX_CLOCK_REALTIME);
    while (true) {
        const std::int64_t left = moment - nanosecondsOf(CLOCK_REALTIME);
        const std::int64_t until = nanosecondsOf(CLOCK_MONOTONIC) + std::clamp(left, std::int64_t(0), lookInterval);
        const timespec end = {until / 1'000'000'000, until % 1'000'000'000};
        const long result = kernel(SYS_futex, arguments[0], operation, arguments[2], &end, arguments[4], arguments[5]);
        if (result == 0 || errno != ETIMEDOUT || left <= 0)
            return result;
    }
}

} // namespace

extern "C" long syscall(long number, ...)
{
    static const auto kernel = reinterpret_cast<Syscall>(dlsym(RTLD_NEXT, "syscall"));
    long arguments[6];
    va_list list;
    va_start(list, number);
    for (long &argument : arguments)
        argument = va_arg(list, long);
    va_end(list);
    const auto *moment = reinterpret_cast<const timespec *>(arguments[3]);
    constexpr long operations = FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME;
    if (number == SYS_futex && (arguments[1] & ~long(FUTEX_PRIVATE_FLAG)) == operations && moment != nullptr)
        return waitUntil(kernel, arguments, nanoseconds(*moment));
    return kernel(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
}

extern "C" int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const timespec *moment)
{
    static const auto kernel = reinterpret_cast<decltype(&pthread_cond_timedwait)>(
        dlvsym(dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD), "pthread_cond_timedwait", "GLIBC_2.3.2"));
    return kernel(condition, mutex, moment);
}
