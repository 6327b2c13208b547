-- The tables of board.sqlite: readable text in every field, one row per thing. Change them with any
-- SQLite tool and the wall follows within a second. README.md beside this file explains them.
-- This file is the one description of the tables: the program creates them from it, and makes the
-- capture triggers (chg) from their columns. `id` is the key of a row: `board/...` for imported rows.

CREATE TABLE board(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), title TEXT, wall TEXT, word TEXT, subtitle TEXT, region TEXT, period TEXT, source TEXT, row_kind TEXT, example TEXT, silent_days TEXT, rung_days TEXT, pin TEXT, position TEXT);
CREATE TABLE board_column(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, column_id TEXT, title TEXT, wall TEXT, letter TEXT, position TEXT);
CREATE TABLE ambition(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, code TEXT, title TEXT, wall TEXT, word TEXT, position TEXT);
CREATE TABLE goal(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, ambition TEXT, code TEXT, title TEXT, brief TEXT, position TEXT);
CREATE TABLE stage(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, position TEXT);
CREATE TABLE rung(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, title TEXT, position TEXT);
CREATE TABLE rhythm(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, title TEXT, due TEXT, who TEXT, position TEXT);
CREATE TABLE organisation(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, title TEXT, column_id TEXT, aka TEXT);
CREATE TABLE person(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, column_id TEXT, pin TEXT, position TEXT);
CREATE TABLE abbreviation(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, name TEXT, meaning TEXT);
CREATE TABLE action(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, goal TEXT, code TEXT, title TEXT, brief TEXT, text TEXT, partners TEXT, funding TEXT, due TEXT, scope TEXT, refs TEXT, kind TEXT, position TEXT);
CREATE TABLE track(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, stage TEXT, health TEXT, reason TEXT, lead TEXT, reported TEXT);
CREATE TABLE bottleneck(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, reason TEXT, since TEXT, rung TEXT, rung_since TEXT, asked TEXT, decide_by TEXT, ended TEXT, outcome TEXT);
CREATE TABLE meeting(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, body TEXT, starts TEXT, place TEXT, agenda TEXT, state TEXT);
CREATE TABLE decision(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, meeting TEXT, action TEXT, column_id TEXT, text TEXT, lead TEXT, due TEXT, state TEXT);
CREATE TABLE note(id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))), board TEXT, action TEXT, column_id TEXT, author TEXT, at TEXT, text TEXT);
