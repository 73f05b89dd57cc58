// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

// An authority of the test's own, made with the openssl command in a folder of the test's.
class Certificates
{
public:
    struct Issued
    {
        std::string certificate; // paths of PEM files
        std::string key;
    };

    explicit Certificates(std::string folder)
        : m_folder(std::move(folder))
    {
        std::filesystem::create_directories(m_folder);
        run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30  -subj '/CN=Authority of "
            + std::filesystem::path(m_folder).filename().string() + "' -keyout " + path("ca.key") + " -out "
            + authority());
    }

    std::string authority() const { return path("ca.pem"); }

    // `name` is the file's; `subject` as in "DNS:localhost,IP:127.0.0.1". With days below 0 it is over.
    Issued issue(const std::string &name, const std::string &subject, int days = 30) const
    {
        std::ofstream(path(name + ".ext")) << "subjectAltName=" << subject << "\n";
        run("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=" + name + " -keyout "
            + path(name + ".key") + " -out " + path(name + ".csr"));
        run("openssl x509 -req -in " + path(name + ".csr") + " -CA " + authority() + " -CAkey " + path("ca.key")
            + " -CAcreateserial -days " + std::to_string(days) + " -extfile " + path(name + ".ext") + " -out "
            + path(name + ".pem"));
        return {path(name + ".pem"), path(name + ".key")};
    }

    static std::string contents(const std::string &file)
    {
        std::ostringstream text;
        text << std::ifstream(file, std::ios::binary).rdbuf();
        return text.str();
    }

private:
    std::string path(const std::string &name) const { return m_folder + "/" + name; }

    static void run(const std::string &command)
    {
        if (std::system((command + " >/dev/null 2>&1").c_str()) != 0)
            throw std::runtime_error("failed: " + command);
    }

    const std::string m_folder;
};
