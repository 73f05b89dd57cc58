// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shelf.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

// A test's window and library, new for each of its functions, and settings of its own.
class ShelfFixture
{
protected:
    void setUpOnce()
    {
        useOwnSettings(m_settings);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void setUp()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<Shelf>(m_theme, m_folder->path());
        QTRY_VERIFY(m_shelf->keeping.isLoaded());
    }

    void connectNow()
    {
        m_shelf->desk.connectNow();
        QTRY_VERIFY(m_shelf->isAnswered("page_view"));
    }

    void openAgain() // another window over the same library
    {
        m_shelf.reset();
        m_shelf = std::make_unique<Shelf>(m_theme, m_folder->path());
    }

    void tearDown() { m_shelf.reset(); }

    Library &library() { return m_shelf->keeping.library(); }
    History &history() { return m_shelf->keeping.history(); }
    MainWindow &window() { return m_shelf->desk.window; }

    template <class T>
    T *child(const char *name) const
    {
        return m_shelf->desk.child<T>(name);
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Shelf> m_shelf;

private:
    QTemporaryDir m_settings;
};
