// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <sstream>

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <QString>

// What is logged while this is there.
class LoggedLines
{
public:
    LoggedLines()
    {
        auto logger = std::make_shared<spdlog::logger>(
            "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(m_stream, true));
        logger->set_pattern("%v");
        spdlog::set_default_logger(std::move(logger));
    }
    ~LoggedLines() { spdlog::set_default_logger(m_before); }

    QString text() const { return QString::fromStdString(m_stream.str()); }

private:
    std::shared_ptr<spdlog::logger> m_before = spdlog::default_logger();
    std::ostringstream m_stream;
};
