import { throughBoth } from './support/through-both';

throughBoth('multi');
