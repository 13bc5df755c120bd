import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../session/session';
import { RecentPages, recentPagesKeeper } from './recent-pages';

describe('What was opened last', () => {
  const page = { path: '/netzwerke/01a22d66-6faa-7555-beb0-45a37d821753', title: 'Frühe Hilfen' };

  it('is shown to the account that opened it, in a window two people share', async () => {
    localStorage.setItem('rt-recent-pages-anna', JSON.stringify([page]));
    const current = signal<{ accountId: string | null }>({ accountId: 'anna' });
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: Session, useValue: { current } }],
    });
    const recent = TestBed.inject(RecentPages);
    expect(recent.pages()).toEqual([page]);
    current.set({ accountId: 'bert' });
    expect(recent.pages()).toEqual([]);
    current.set({ accountId: 'anna' });
    expect(recent.pages()).toEqual([page]);
    await recentPagesKeeper.clear('anna');
    current.set({ accountId: null });
    expect(recent.pages()).toEqual([]);
    current.set({ accountId: 'anna' });
    expect(recent.pages()).toEqual([]);
  });
});
